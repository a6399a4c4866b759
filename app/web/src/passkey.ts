// Makes a passkey, or shows one, with the browser's own dialog (WebAuthn).
//
//   <div data-passkey="create|get" data-failed="…sentence…" hidden>
//     <form method="post" action="…" data-options="…">  token, other fields, button  </form>
//   </div>
//
// Stays hidden where the browser cannot do it; the form with the password is on the page anyway. Two requests: for the
// options with their challenge, and with what the device answered, which is { next } or { problem }.

for (const box of Array.from(document.querySelectorAll<HTMLElement>('[data-passkey]'))) {
    const form = box.querySelector('form');
    if (form !== null && window.PublicKeyCredential !== undefined && window.isSecureContext) {
        box.hidden = false;
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            void run(box, form);
        });
    }
}
for (const words of Array.from(document.querySelectorAll<HTMLElement>('[data-without-passkey]'))) {
    words.hidden = window.PublicKeyCredential !== undefined && window.isSecureContext;
}

interface Answer {
    next?: string;
    problem?: string;
}

async function run(box: HTMLElement, form: HTMLFormElement): Promise<void> {
    const button = form.querySelector('button');
    say(box, null);
    if (button !== null) {
        button.disabled = true;
    }
    try {
        const options = await send(form.dataset['options'] ?? '', new FormData(form));
        const credential = box.dataset['passkey'] === 'create'
            ? await navigator.credentials.create({ publicKey: creation(options) })
            : await navigator.credentials.get({ publicKey: request(options) });
        const body = new FormData(form);
        body.set('credential', JSON.stringify(written(credential as PublicKeyCredential)));
        const answer = await send(form.action, body) as Answer;
        if (answer.next !== undefined) {
            window.location.assign(answer.next);
            return;
        }
        say(box, answer.problem ?? box.dataset['failed'] ?? '');
    } catch {
        say(box, box.dataset['failed'] ?? '');
    }
    if (button !== null) {
        button.disabled = false;
    }
}

async function send(address: string, fields: FormData): Promise<any> {
    const body = new URLSearchParams();
    fields.forEach((value, name) => body.set(name, String(value)));
    const response = await fetch(address, {
        method: 'POST', body, headers: { 'X-Requested-With': 'lumbung', Accept: 'application/json' },
    });
    const answer: any = await response.json();
    if (!response.ok && answer.problem === undefined) {
        throw new Error(String(response.status));
    }
    if (!response.ok && answer.challenge === undefined && fields.get('credential') === null) {
        throw new Error(answer.problem);
    }
    return answer;
}

function say(box: HTMLElement, sentence: string | null): void {
    box.querySelector('[role="alert"]')?.remove();
    if (sentence !== null) {
        const words = document.createElement('p');
        words.className = 'error';
        words.setAttribute('role', 'alert');
        words.textContent = sentence;
        box.append(words);
    }
}

function creation(options: any): PublicKeyCredentialCreationOptions {
    return {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: options.excludeCredentials.map((known: any) => ({ ...known, id: bytes(known.id) })),
    };
}

function request(options: any): PublicKeyCredentialRequestOptions {
    return { ...options, challenge: bytes(options.challenge) };
}

function written(credential: PublicKeyCredential): unknown {
    const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
    const parts: Record<string, unknown> = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject !== undefined) {
        parts['attestationObject'] = text(response.attestationObject);
        parts['transports'] = typeof response.getTransports === 'function' ? response.getTransports() : [];
    } else {
        parts['authenticatorData'] = text(response.authenticatorData);
        parts['signature'] = text(response.signature);
        parts['userHandle'] = response.userHandle === null ? null : text(response.userHandle);
    }
    return {
        id: credential.id, rawId: text(credential.rawId), type: credential.type, response: parts,
        clientExtensionResults: credential.getClientExtensionResults(),
    };
}

function bytes(base64url: string): ArrayBuffer {
    const plain = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
    const buffer = new ArrayBuffer(plain.length);
    const view = new Uint8Array(buffer);
    for (let i = 0; i < plain.length; i++) {
        view[i] = plain.charCodeAt(i);
    }
    return buffer;
}

function text(buffer: ArrayBuffer): string {
    let plain = '';
    new Uint8Array(buffer).forEach((part) => { plain += String.fromCharCode(part); });
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export {};
