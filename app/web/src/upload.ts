// A preview of the chosen file, a word when it is too large, and large photographs made smaller before they are sent:
// a village signal carries 300 KB where 6 MB would fail.
//
//   <div class="upload" data-upload data-limit="8388608" [data-url="/permohonan/…/lampiran/KTP"]>
//
// With data-url the file goes at once, with progress; the answer (200 or 422) is HTML that takes the place of the element.

const SCALE_ABOVE = 900_000;
const LONGEST_SIDE = 2000;

export function upload(box: HTMLElement): void {
    const found = box.querySelector<HTMLInputElement>('input[type="file"]');
    const picture = box.querySelector<HTMLElement>('.upload-picture');
    if (found === null || picture === null) {
        return;
    }
    const input: HTMLInputElement = found;
    const limit = Number(box.dataset['limit'] ?? '0');
    input.addEventListener('change', () => void take());

    async function take(): Promise<void> {
        const chosen = input.files?.[0];
        if (chosen === undefined || picture === null) {
            return;
        }
        complain(null);
        const file = await smaller(chosen);
        if (file !== chosen) {
            const files = new DataTransfer();
            files.items.add(file);
            input.files = files.files;
        }
        await preview(file, picture);
        if (limit > 0 && file.size > limit) {
            complain(box.dataset['tooLarge'] ?? '');
            input.value = '';
        } else if (box.dataset['url'] !== undefined) {
            send(box.dataset['url'], file);
        }
    }

    function complain(sentence: string | null): void {
        const id = `${input.id}-size`;
        document.getElementById(id)?.remove();
        if (sentence === null) {
            input.removeAttribute('aria-invalid');
            return;
        }
        const words = document.createElement('p');
        words.id = id;
        words.className = 'error';
        words.setAttribute('role', 'alert');
        words.textContent = sentence;
        input.before(words);
        input.setAttribute('aria-invalid', 'true');
    }

    function send(address: string, file: File): void {
        const body = new FormData();
        body.set(box.dataset['name'] ?? input.name, file, file.name);
        const token = input.form?.querySelector<HTMLInputElement>('input[name="_csrf"]')
            ?? document.querySelector<HTMLInputElement>('input[name="_csrf"]');
        if (token !== null) {
            body.set('_csrf', token.value);
        }
        const bar = document.createElement('progress');
        bar.max = 100;
        bar.value = 0;
        bar.setAttribute('aria-label', box.dataset['sending'] ?? '');
        input.after(bar);
        input.disabled = true;
        const request = new XMLHttpRequest();
        const done = (): void => {
            bar.remove();
            input.disabled = false;
        };
        request.open('POST', address);
        request.setRequestHeader('X-Requested-With', 'lumbung');
        request.upload.addEventListener('progress', (event) => {
            bar.value = event.lengthComputable ? (event.loaded / event.total) * 100 : 50;
        });
        request.addEventListener('load', () => {
            done();
            if (request.status === 200 || request.status === 422) {
                const place = document.createElement('template');
                place.innerHTML = request.responseText.trim();
                box.replaceWith(place.content);
                document.dispatchEvent(new CustomEvent('lumbung:changed'));
            } else {
                complain((request.status === 413 ? box.dataset['tooLarge'] : box.dataset['failed']) ?? '');
            }
        });
        request.addEventListener('error', () => {
            done();
            complain(box.dataset['failed'] ?? '');
        });
        request.send(body);
    }
}

async function smaller(file: File): Promise<File> {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= SCALE_ABOVE) {
        return file;
    }
    try {
        const bitmap = await createImageBitmap(file);
        const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(bitmap.width * scale);
        canvas.height = Math.round(bitmap.height * scale);
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
        return blob === null || blob.size >= file.size
            ? file
            : new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
    } catch {
        return file;
    }
}

/** Drawn on a canvas: the content policy of the pages allows no blob: addresses. */
async function preview(file: File, place: HTMLElement): Promise<void> {
    if (!file.type.startsWith('image/')) {
        place.textContent = file.type === 'application/pdf' ? 'PDF' : file.name;
        return;
    }
    try {
        const bitmap = await createImageBitmap(file);
        const canvas = document.createElement('canvas');
        const side = 176;
        canvas.width = side;
        canvas.height = side;
        const scale = Math.max(side / bitmap.width, side / bitmap.height);
        const width = bitmap.width * scale;
        const height = bitmap.height * scale;
        canvas.getContext('2d')?.drawImage(bitmap, (side - width) / 2, (side - height) / 2, width, height);
        place.replaceChildren(canvas);
    } catch {
        place.textContent = file.name;
    }
}
