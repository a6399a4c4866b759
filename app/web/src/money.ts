// Dots between thousands while typing; what is sent is digits only.

export function grouped(text: string): string {
    return text.replace(/\D/g, '').replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, '.');
}

export function money(input: HTMLInputElement): void {
    const write = (): void => {
        const before = input.value.slice(0, input.selectionStart ?? input.value.length).replace(/\D/g, '').length;
        const value = grouped(input.value);
        if (value === input.value) {
            return;
        }
        input.value = value;
        let caret = 0;
        for (let digits = 0; caret < value.length && digits < before; caret++) {
            digits += value[caret] === '.' ? 0 : 1;
        }
        if (document.activeElement === input) {
            input.setSelectionRange(caret, caret);
        }
    };
    input.addEventListener('input', write);
    input.form?.addEventListener('formdata', (event) => {
        if (input.name !== '' && !input.disabled) {
            event.formData.set(input.name, input.value.replace(/\D/g, ''));
        }
    });
    input.value = grouped(input.value);
}
