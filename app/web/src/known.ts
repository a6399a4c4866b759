// While the officer types: asks the server whether person or business are known already, and shows its answer.
//
//   <div data-known="/usaha/dikenal" data-known-fields="nik ownerName phone businessName" aria-live="polite"></div>
//
// Stands anywhere in the form, or names it (data-known-form="id"). The fields go by POST: personal data never stand in
// an address. The answer is an HTML fragment, empty when nothing is known.

export function known(place: HTMLElement): void {
    const form = place.dataset['knownForm'] === undefined
        ? place.closest('form')
        : (document.getElementById(place.dataset['knownForm']) as HTMLFormElement | null);
    const address = place.dataset['known'];
    if (form === null || address === undefined) {
        return;
    }
    const names = (place.dataset['knownFields'] ?? '').split(/\s+/).filter((name) => name !== '');
    let timer = 0;
    let asking: AbortController | null = null;
    let asked = '';

    const ask = async (): Promise<void> => {
        const all = new FormData(form);
        const body = new URLSearchParams();
        for (const name of [...names, '_csrf']) {
            const value = all.get(name);
            if (typeof value === 'string' && value.trim() !== '') {
                body.set(name, value);
            }
        }
        if (body.toString() === asked) {
            return;
        }
        asked = body.toString();
        asking?.abort();
        asking = new AbortController();
        try {
            const response = await fetch(address, {
                method: 'POST', body, signal: asking.signal, credentials: 'same-origin', redirect: 'error',
                headers: { 'X-Requested-With': 'lumbung', Accept: 'text/html' },
            });
            if (response.ok) {
                const html = response.status === 204 ? '' : await response.text();
                if (html.trim() !== place.innerHTML.trim()) {
                    place.innerHTML = html;
                    place.dispatchEvent(new CustomEvent('lumbung:changed', { bubbles: true }));
                }
            }
        } catch {
            asked = '';
        }
    };
    form.addEventListener('input', (event) => {
        const name = (event.target as HTMLInputElement).name;
        if (names.includes(name)) {
            window.clearTimeout(timer);
            timer = window.setTimeout(() => void ask(), 400);
        }
    });
    form.addEventListener('change', (event) => {
        if (names.includes((event.target as HTMLInputElement).name)) {
            window.clearTimeout(timer);
            void ask();
        }
    });
    if (names.some((name) => String(new FormData(form).get(name) ?? '').trim() !== '')) {
        void ask();
    }
}
