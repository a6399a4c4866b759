// The check page: verifies the statement in the fragment of the address and shows one of the answers that the page
// carries as <template data-verdict="…">. Nothing of the statement leaves the phone: a fragment is not sent.

import { check, type Answer, type KeyList, type StatusList } from './statement';

const OLD_LIST_DAYS = 7;
const DAY = 86_400_000;

const root = document.querySelector<HTMLElement>('[data-check]');
if (root !== null) {
    const show = (): void => void answer(root);
    addEventListener('hashchange', show);
    addEventListener('online', show);
    show();
    if ('serviceWorker' in navigator) {
        navigator.serviceWorker.register('/check-worker.js', { scope: '/c' }).catch(() => undefined);
    }
}

async function answer(page: HTMLElement): Promise<void> {
    for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>('.language a'))) {
        link.hash = location.hash;
    }
    const digits = decodeURIComponent(location.hash.slice(1)).replace(/\s/g, '');
    if (digits === '') {
        put(page, 'none', null);
        return;
    }
    const [keys, statuses] = await Promise.all([read<KeyList>('/c/keys.json'), read<StatusList>('/c/status.json')]);
    const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
    try {
        const found = await check(digits, keys, statuses, new Date(), subtle);
        put(page, found.verdict, found);
    } catch {
        put(page, 'unsupported', null);
    }
}

async function read<T>(address: string): Promise<T | null> {
    try {
        const response = await fetch(address, { credentials: 'omit' });
        return response.ok ? ((await response.json()) as T) : null;
    } catch {
        return null;
    }
}

function put(page: HTMLElement, verdict: string, found: Answer | null): void {
    const template = page.querySelector<HTMLTemplateElement>(`template[data-verdict="${verdict}"]`);
    const target = page.querySelector<HTMLElement>('[data-answer]');
    if (template === null || target === null) {
        return;
    }
    const content = document.importNode(template.content, true);
    const language = document.documentElement.lang || 'id';
    const date = (value: Date, zone: string): string =>
        new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(value);
    const fill = (fact: string, value: string | null): void => {
        for (const element of Array.from(content.querySelectorAll<HTMLElement>(`[data-fact="${fact}"]`))) {
            if (value !== null) {
                element.textContent = value;
            } else if (element.dataset['otherwise'] !== undefined) {
                element.textContent = element.dataset['otherwise'];
            } else {
                (element.closest('[data-line]') ?? element).remove();
            }
        }
    };
    const statement = found?.statement ?? null;
    fill('number', statement?.number ?? null);
    fill('name', statement?.businessName ?? null);
    fill('kecamatan', statement?.kecamatanName ?? null);
    fill('issued', statement === null ? null : date(statement.issuedOn, 'UTC'));
    fill('until', statement?.validUntil ? date(statement.validUntil, 'UTC') : null);
    fill('issuer', found?.issuer ?? null);
    const listedAt = found?.listedAt ?? null;
    const age = listedAt === null ? null : Math.floor((Date.now() - listedAt.getTime()) / DAY);
    fill('listed', listedAt === null ? null : date(listedAt, 'Asia/Jakarta'));
    fill('age', age !== null && age > OLD_LIST_DAYS ? String(age) : null);
    target.textContent = '';
    target.append(content);
}
