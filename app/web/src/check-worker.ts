// Keeps the check page usable without a connection after the first visit: the page, what it needs, the keys and the
// list of statuses. Network first, so that an answer is never older than it has to be.

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = 'lumbung-check-1';
const PAGE = '/c';
const LISTS = ['/c/keys.json', '/c/status.json'];
const PATIENCE = 6000;

worker.addEventListener('install', (event) => {
    event.waitUntil(fill().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
    event.waitUntil(
        caches.keys()
            .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
            .then(() => worker.clients.claim()),
    );
});

worker.addEventListener('fetch', (event) => {
    const address = new URL(event.request.url);
    if (event.request.method !== 'GET' || address.origin !== worker.location.origin) {
        return;
    }
    if (address.pathname === PAGE) {
        event.respondWith(networkFirst(event.request, (response) => event.waitUntil(keepPage(response, event.request))));
    } else if (LISTS.includes(address.pathname)) {
        event.respondWith(networkFirst(event.request, (response) => event.waitUntil(keep(event.request, response))));
    } else if (address.pathname.startsWith('/assets/')) {
        event.respondWith(cacheFirst(event.request));
    }
});

async function fill(): Promise<void> {
    const page = await fetch(PAGE, { credentials: 'same-origin' });
    if (!page.ok) {
        throw new Error('the page is not there');
    }
    await keepPage(page, new Request(PAGE));
    await Promise.all(LISTS.map(async (list) => {
        const response = await fetch(list, { credentials: 'omit' }).catch(() => null);
        if (response?.ok === true) {
            await keep(new Request(list), response);
        }
    }));
}

/** The page, the assets it names, and the fonts that its styles name; assets of an earlier release go. */
async function keepPage(response: Response, request: Request): Promise<void> {
    const cache = await caches.open(CACHE);
    const html = await response.clone().text();
    await cache.put(request, response);
    const wanted = new Set(assetsIn(html));
    for (const asset of Array.from(wanted)) {
        const kept = (await cache.match(asset)) ?? (await fetchInto(cache, asset));
        if (asset.includes('.css') && kept !== undefined) {
            for (const font of assetsIn(await kept.clone().text())) {
                wanted.add(font);
                if ((await cache.match(font)) === undefined) {
                    await fetchInto(cache, font);
                }
            }
        }
    }
    for (const old of await cache.keys()) {
        const address = new URL(old.url);
        if (address.pathname.startsWith('/assets/') && !wanted.has(address.pathname + address.search)) {
            await cache.delete(old);
        }
    }
}

function assetsIn(source: string): string[] {
    return source.match(/\/assets\/[\w.\-]+(?:\?v=\w+)?/g) ?? [];
}

async function fetchInto(cache: Cache, address: string): Promise<Response | undefined> {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok !== true) {
        return undefined;
    }
    await cache.put(address, response.clone());
    return response;
}

async function keep(request: Request, response: Response): Promise<void> {
    await (await caches.open(CACHE)).put(request, response);
}

async function networkFirst(request: Request, arrived: (response: Response) => void): Promise<Response> {
    try {
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), PATIENCE);
        const response = await fetch(request.mode === 'navigate' ? request.url : request, { signal: abort.signal, credentials: 'same-origin' });
        clearTimeout(timer);
        if (response.ok) {
            arrived(response.clone());
            return response;
        }
        return (await kept(request)) ?? response;
    } catch {
        return (await kept(request)) ?? Response.error();
    }
}

async function cacheFirst(request: Request): Promise<Response> {
    return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}

/** The same address, or the page in another language rather than none. */
async function kept(request: Request): Promise<Response | undefined> {
    const cache = await caches.open(CACHE);
    return (await cache.match(request.url)) ?? cache.match(request.url, { ignoreSearch: true });
}

export {};
