// Saves the draft of an application while the officer types. Nothing is kept in the browser: the form holds NIK, KK and
// phone. Instead the server is asked again until it has them, and leaving before that warns.
//
//   <form data-draft data-autosave="/permohonan/…/simpan" method="post" …> with an input[name=version] and tag/saved.jte
//
// POST of the fields (no files) answers JSON:
//   200 {"version": 4, "savedAt": "10.41",
//        "fill": {"birthDate": "1979-03-14"},            fields filled in if the officer has left them empty
//        "warnings": {"birthDate": "…", "sex": null},    a soft warning under a field, null takes it away
//        "autosave": "/permohonan/…/simpan", "href": "/permohonan/…"}   once a new draft has an address of its own
//   409 {"message": "…", "href": "…"}                    somebody else has changed it: shown, nothing is overwritten

interface Saved {
    readonly version?: number;
    readonly savedAt?: string;
    readonly fill?: Record<string, string>;
    readonly warnings?: Record<string, string | null>;
    readonly autosave?: string;
    readonly action?: string;
    readonly href?: string;
}

const PAUSE = 700;
const LONGEST_WAIT = 30_000;

export function draft(form: HTMLFormElement): void {
    const told = form.querySelector<HTMLElement>('[data-saved]') ?? document.querySelector<HTMLElement>('[data-saved]');
    let changes = 0;
    let savedChanges = 0;
    let saving: Promise<void> | null = null;
    let timer = 0;
    let wait = 1000;
    let stopped = false;
    let leaving = false;

    const clean = (): boolean => changes === savedChanges;
    const tell = (state: string, text?: string): void => {
        if (told !== null) {
            told.dataset['state'] = state;
            const key = `text${state.charAt(0).toUpperCase()}${state.slice(1)}`;
            told.textContent = text ?? told.dataset[key] ?? '';
        }
    };
    const later = (delay: number): void => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => void save(), delay);
    };

    const save = async (): Promise<void> => {
        window.clearTimeout(timer);
        if (stopped) {
            return;
        }
        if (saving !== null) {
            await saving;
            if (clean()) {
                return;
            }
        }
        const including = changes;
        tell('saving');
        saving = send(including, false).finally(() => {
            saving = null;
        });
        await saving;
    };

    const send = async (including: number, closing: boolean): Promise<void> => {
        const body = new URLSearchParams();
        for (const [name, value] of Array.from(new FormData(form).entries())) {
            if (typeof value === 'string') {
                body.append(name, value);
            }
        }
        let response: Response;
        try {
            response = await fetch(form.dataset['autosave'] ?? form.action, {
                method: 'POST', body, credentials: 'same-origin', redirect: 'manual', keepalive: closing,
                headers: { Accept: 'application/json', 'X-Requested-With': 'lumbung' },
            });
        } catch {
            again();
            return;
        }
        if (response.ok) {
            const answer = (await response.json().catch(() => ({}))) as Saved;
            savedChanges = including;
            wait = 1000;
            apply(answer);
            if (clean()) {
                tell('saved', told?.dataset['textSaved']?.replace('{time}', answer.savedAt ?? clock()));
            } else {
                later(PAUSE);
            }
        } else if (response.status === 409) {
            stopped = true;
            const conflict = (await response.json().catch(() => ({}))) as { message?: string; href?: string };
            tell('conflict', conflict.message);
            if (told !== null && conflict.href !== undefined) {
                const link = document.createElement('a');
                link.href = conflict.href;
                link.textContent = told.dataset['textCompare'] ?? conflict.href;
                told.append(' ', link);
            }
        } else if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
            tell('failed', told?.dataset['textSession']);
            later(LONGEST_WAIT);
        } else if (response.status >= 500 || response.status === 429) {
            again();
        } else {
            tell('unsaved');
        }
    };

    const again = (): void => {
        tell('failed');
        later(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
    };

    const apply = (answer: Saved): void => {
        const version = form.elements.namedItem('version');
        if (answer.version !== undefined && version instanceof HTMLInputElement) {
            version.value = String(answer.version);
        }
        for (const [name, value] of Object.entries(answer.fill ?? {})) {
            fillIn(form, name, value);
        }
        for (const [name, sentence] of Object.entries(answer.warnings ?? {})) {
            warn(form, name, sentence);
        }
        if (answer.autosave !== undefined) {
            form.dataset['autosave'] = answer.autosave;
        }
        if (answer.action !== undefined) {
            form.action = answer.action;
        }
        if (answer.href !== undefined) {
            history.replaceState(null, '', answer.href);
        }
    };

    const changed = (event: Event): void => {
        const field = event.target as HTMLInputElement;
        if (field.type === 'file' || stopped) {
            return;
        }
        changes++;
        if (saving === null) {
            tell('unsaved');
        }
        later(PAUSE);
    };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('click', (event) => {
        if ((event.target as Element).closest('[data-save-now]') !== null) {
            event.preventDefault();
            changes++;
            void save();
        }
    });
    form.addEventListener('submit', (event) => {
        window.clearTimeout(timer);
        if (saving !== null) {
            // The version on the page is about to change: send the form after that, or it would conflict with itself.
            event.preventDefault();
            const by = event.submitter;
            void saving.then(() => form.requestSubmit(by));
            return;
        }
        leaving = true;
    });
    window.addEventListener('online', () => {
        if (!clean()) {
            later(0);
        }
    });
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden' && !clean() && !stopped && saving === null && !leaving) {
            window.clearTimeout(timer);
            const including = changes;
            saving = send(including, true).finally(() => {
                saving = null;
            });
        }
    });
    window.addEventListener('beforeunload', (event) => {
        if (!clean() && !leaving) {
            event.preventDefault();
        }
    });
    window.addEventListener('pageshow', () => {
        leaving = false;
    });
}

function fillIn(form: HTMLFormElement, name: string, value: string): void {
    const fields = Array.from(form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`));
    const radios = fields.filter((field): field is HTMLInputElement => field instanceof HTMLInputElement && field.type === 'radio');
    if (radios.length > 0) {
        if (!radios.some((radio) => radio.checked)) {
            for (const radio of radios) {
                radio.checked = radio.value === value;
            }
        }
        return;
    }
    const field = fields[0];
    if (field !== undefined && field.value === '' && document.activeElement !== field) {
        field.value = value;
    }
}

function warn(form: HTMLFormElement, name: string, sentence: string | null): void {
    const id = `${name}-warn`;
    const existing = document.getElementById(id);
    const field = form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type="hidden"])`);
    const described = (field?.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((part) => part !== '' && part !== id);
    if (sentence === null || sentence === '') {
        existing?.remove();
    } else {
        const words = existing ?? document.createElement('p');
        words.id = id;
        words.className = 'warn';
        words.setAttribute('role', 'status');
        words.textContent = sentence;
        if (existing === null) {
            field?.closest('.field, .choices')?.append(words);
        }
        described.push(id);
    }
    if (described.length > 0) {
        field?.setAttribute('aria-describedby', described.join(' '));
    } else {
        field?.removeAttribute('aria-describedby');
    }
}

function clock(): string {
    const now = new Date();
    const separator = document.documentElement.lang === 'en' ? ':' : '.';
    return `${String(now.getHours()).padStart(2, '0')}${separator}${String(now.getMinutes()).padStart(2, '0')}`;
}
