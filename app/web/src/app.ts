// Everything the officer's pages use. Each part looks for its own marks in the page, and again in what the parts bring.

import { combobox } from './combobox';
import { draft } from './draft';
import { keys } from './keys';
import { known } from './known';
import { money } from './money';
import { upload } from './upload';

const parts: readonly [string, (element: HTMLElement) => void][] = [
    ['[data-money]', (element) => money(element as HTMLInputElement)],
    ['[data-combobox]', combobox],
    ['[data-upload]', upload],
    ['[data-known]', known],
    ['form[data-draft]', (element) => draft(element as HTMLFormElement)],
];
const seen = new WeakSet<Element>();

export function enhance(scope: ParentNode): void {
    for (const [selector, start] of parts) {
        for (const element of Array.from(scope.querySelectorAll<HTMLElement>(selector))) {
            if (!seen.has(element)) {
                seen.add(element);
                start(element);
            }
        }
    }
}

keys(document);
enhance(document);
document.addEventListener('lumbung:changed', () => enhance(document));
document.addEventListener('click', (event) => {
    if ((event.target as Element | null)?.closest('[data-print]')) {
        window.print();
    }
});
