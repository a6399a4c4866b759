// A list is sent in pieces: what has arrived stays there, so a broken connection costs one piece and the same file can be
// sent on later. Without this script the form sends it whole. A page on which work goes on looks again by itself.

const ATTEMPTS = 6;
const KEPT = 'lumbung:file:';

interface Arrived {
    readonly file: string;
    readonly pieces: number;
}

for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-send-file]'))) {
    form.addEventListener('submit', (event) => {
        const file = form.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0];
        if (file !== undefined) {
            event.preventDefault();
            void send(form, file);
        }
    });
}

if (document.querySelector('[data-goes-on]') !== null) {
    setTimeout(() => location.reload(), 3000);
}

async function send(form: HTMLFormElement, file: File): Promise<void> {
    const words = form.querySelector<HTMLElement>('[data-progress]');
    const button = form.querySelector<HTMLButtonElement>('button');
    const piece = Number(form.dataset['piece']);
    if (file.size > Number(form.dataset['most'])) {
        say(words, form.dataset['tooLarge']);
        return;
    }
    if (button !== null) {
        button.disabled = true;
    }
    try {
        const began = await begin(form, file);
        let pieces = began.pieces;
        while (pieces * piece < file.size) {
            const from = pieces * piece;
            say(words, form.dataset['sending']?.replace('%d', String(Math.floor((from / file.size) * 100))));
            const answer = await ask(form, words, `/impor/berkas/${began.file}/bagian/${pieces}`,
                file.slice(from, from + piece));
            pieces = (await answer.json() as Arrived).pieces;
        }
        const done = await ask(form, words, `/impor/berkas/${began.file}/selesai`, null);
        forget(form, file);
        location.assign((await done.json() as { page: string }).page);
    } catch {
        say(words, form.dataset['failed']);
        if (button !== null) {
            button.disabled = false;
        }
    }
}

/** Goes on with a file that was begun before, when the office still has what arrived of it. */
async function begin(form: HTMLFormElement, file: File): Promise<Arrived> {
    const known = sessionStorage.getItem(mark(form, file));
    if (known !== null) {
        const there = await fetch(`/impor/berkas/${known}`, { headers: { 'X-Requested-With': 'lumbung' } });
        if (there.ok) {
            return await there.json() as Arrived;
        }
    }
    const body = new URLSearchParams({ nama: file.name, ukuran: String(file.size), wilayah: region(form) });
    const answer = await ask(form, null, '/impor/berkas', body);
    const began = await answer.json() as Arrived;
    sessionStorage.setItem(mark(form, file), began.file);
    return began;
}

function forget(form: HTMLFormElement, file: File): void {
    sessionStorage.removeItem(mark(form, file));
}

function region(form: HTMLFormElement): string {
    return form.querySelector<HTMLSelectElement>('select[name="wilayah"]')?.value ?? '';
}

function mark(form: HTMLFormElement, file: File): string {
    return `${KEPT}${region(form)}:${file.size}:${file.lastModified}:${file.name}`;
}

/** Asks until it is answered: a refusal ends it, a broken connection or a busy office is tried again. */
async function ask(form: HTMLFormElement, words: HTMLElement | null, address: string,
    body: Blob | URLSearchParams | null): Promise<Response> {
    const headers: Record<string, string> = { 'X-Requested-With': 'lumbung', 'X-CSRF-TOKEN': token(form) };
    if (body instanceof Blob) {
        headers['Content-Type'] = 'application/octet-stream';
    }
    for (let attempt = 1; ; attempt++) {
        let answer: Response | null = null;
        try {
            answer = await fetch(address, { method: 'POST', headers, body });
        } catch {
            // no connection
        }
        if (answer !== null && answer.ok) {
            return answer;
        }
        if (answer !== null && answer.status < 500 || attempt === ATTEMPTS) {
            throw new Error('refused');
        }
        say(words, form.dataset['again']);
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
    }
}

function token(form: HTMLFormElement): string {
    return form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '';
}

function say(words: HTMLElement | null, sentence: string | undefined): void {
    if (words !== null) {
        words.textContent = sentence ?? '';
    }
}
