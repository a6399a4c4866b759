// Alt+<key> presses the control that carries data-key="s" (a letter, or "enter"). The key is written on the control, in <kbd>.

export function keys(page: Document): void {
    page.addEventListener('keydown', (event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
            return;
        }
        const key = event.key.toLowerCase();
        if (!/^([a-z0-9]|enter)$/.test(key)) {
            return;
        }
        const control = Array.from(page.querySelectorAll<HTMLElement>(`[data-key="${key}"]`))
            .find((candidate) => candidate.offsetParent !== null || candidate.getClientRects().length > 0);
        if (control !== undefined) {
            event.preventDefault();
            if (control instanceof HTMLInputElement && control.type !== 'submit') {
                control.focus();
            } else {
                control.click();
            }
        }
    });
}
