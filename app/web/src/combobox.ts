// A text field with suggestions from the server (pattern "combobox with list autocomplete" of the ARIA practices).
//
//   <div class="combobox" data-combobox="/acuan/wilayah/saran" data-code="villageCode" [data-multiple="true"]>
//
// GET url?q=words answers JSON [{"value": "35.07.13.2012", "label": "Ngadilangkung", "note": "Desa · Kecamatan Kepanjen"}].
// data-with="kecamatanCode" adds the value of that field of the form to the question.

interface Suggestion {
    readonly value: string;
    readonly label: string;
    readonly note?: string;
}

let count = 0;

export function combobox(box: HTMLElement): void {
    const found = box.querySelector<HTMLInputElement>('input[type="text"], input:not([type])');
    const address = box.dataset['combobox'];
    if (found === null || address === undefined) {
        return;
    }
    const input: HTMLInputElement = found;
    const codeName = box.dataset['code'] ?? '';
    const multiple = box.dataset['multiple'] === 'true';
    const hidden = Array.from(box.querySelectorAll<HTMLInputElement>('input[type="hidden"]'));
    const code = multiple ? null : (hidden.find((field) => field.name === codeName) ?? null);
    const chosen = box.querySelector('ul.chosen');

    const list = document.createElement('ul');
    list.id = `suggestions-${++count}`;
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels?.[0]?.textContent?.trim() ?? '');
    const told = document.createElement('p');
    told.className = 'unseen';
    told.setAttribute('role', 'status');
    box.append(list, told);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);

    let suggestions: readonly Suggestion[] = [];
    let active = -1;
    let timer = 0;
    let asking: AbortController | null = null;

    const close = (): void => {
        list.hidden = true;
        active = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    };
    const point = (index: number): void => {
        active = index;
        Array.from(list.children).forEach((line, at) => line.setAttribute('aria-selected', String(at === index)));
        const line = list.children[index];
        if (line !== undefined) {
            input.setAttribute('aria-activedescendant', line.id);
            line.scrollIntoView({ block: 'nearest' });
        } else {
            input.removeAttribute('aria-activedescendant');
        }
    };
    const choose = (suggestion: Suggestion): void => {
        if (multiple && chosen !== null) {
            add(chosen, suggestion);
            input.value = '';
        } else {
            input.value = suggestion.label;
            if (code !== null) {
                code.value = suggestion.value;
            }
        }
        close();
        (code ?? input).dispatchEvent(new Event('change', { bubbles: true }));
    };
    const add = (lines: Element, suggestion: Suggestion): void => {
        if (Array.from(lines.querySelectorAll<HTMLInputElement>('input')).some((field) => field.value === suggestion.value)) {
            return;
        }
        const line = document.createElement('li');
        const text = document.createElement('span');
        text.textContent = suggestion.label;
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = codeName;
        field.value = suggestion.value;
        const remove = document.createElement('button');
        remove.type = 'submit';
        remove.name = 'remove';
        remove.value = `${codeName}:${suggestion.value}`;
        remove.formNoValidate = true;
        remove.textContent = '✕';
        remove.setAttribute('aria-label', `${box.dataset['remove'] ?? ''} ${suggestion.label}`.trim());
        line.append(text, field, remove);
        lines.append(line);
    };
    const open = (): void => {
        list.replaceChildren(...suggestions.map((suggestion, index) => {
            const line = document.createElement('li');
            line.id = `${list.id}-${index}`;
            line.setAttribute('role', 'option');
            line.setAttribute('aria-selected', 'false');
            const label = document.createElement('b');
            label.textContent = suggestion.label;
            line.append(label);
            if (suggestion.note !== undefined && suggestion.note !== '') {
                const note = document.createElement('small');
                note.textContent = suggestion.note;
                line.append(' ', note);
            }
            return line;
        }));
        active = -1;
        list.hidden = suggestions.length === 0;
        input.setAttribute('aria-expanded', String(suggestions.length > 0));
        input.removeAttribute('aria-activedescendant');
        told.textContent = suggestions.length === 0 ? (box.dataset['none'] ?? '') : `${suggestions.length} ${box.dataset['found'] ?? ''}`;
    };
    const ask = async (): Promise<void> => {
        const words = input.value.trim();
        if (words.length < 2) {
            close();
            return;
        }
        asking?.abort();
        asking = new AbortController();
        const url = new URL(address, location.href);
        url.searchParams.set('q', words);
        const withField = box.dataset['with'];
        if (withField !== undefined && input.form !== null) {
            url.searchParams.set(withField, String(new FormData(input.form).get(withField) ?? ''));
        }
        try {
            const response = await fetch(url, { signal: asking.signal, credentials: 'same-origin', headers: { Accept: 'application/json' } });
            if (response.ok) {
                suggestions = (await response.json()) as Suggestion[];
                if (document.activeElement === input) {
                    open();
                }
            }
        } catch {
            // No suggestions without a connection; the words typed are sent with the form and searched there.
        }
    };

    input.addEventListener('input', () => {
        if (code !== null) {
            code.value = '';
        }
        window.clearTimeout(timer);
        timer = window.setTimeout(() => void ask(), 150);
    });
    input.addEventListener('keydown', (event) => {
        const last = suggestions.length - 1;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (list.hidden) {
                void ask();
            } else if (event.key === 'ArrowDown') {
                point(active >= last ? 0 : active + 1);
            } else {
                point(active <= 0 ? last : active - 1);
            }
        } else if (event.key === 'Enter' && !event.altKey && !list.hidden) {
            const suggestion = suggestions[Math.max(active, 0)];
            if (suggestion !== undefined) {
                event.preventDefault();
                choose(suggestion);
            }
        } else if (event.key === 'Escape' && !list.hidden) {
            event.preventDefault();
            close();
        } else if (event.key === 'Tab' && !list.hidden && active >= 0) {
            const suggestion = suggestions[active];
            if (suggestion !== undefined) {
                choose(suggestion);
            }
        }
    });
    input.addEventListener('blur', () => window.setTimeout(close, 150));
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
        const line = (event.target as Element).closest('[role="option"]');
        const suggestion = line === null ? undefined : suggestions[Array.from(list.children).indexOf(line)];
        if (suggestion !== undefined) {
            choose(suggestion);
            input.focus();
        }
    });
    chosen?.addEventListener('click', (event) => {
        const remove = (event.target as Element).closest('button');
        if (remove !== null) {
            event.preventDefault();
            remove.closest('li')?.remove();
            input.focus();
            input.dispatchEvent(new Event('change', { bubbles: true }));
        }
    });
}
