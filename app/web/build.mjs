// Builds everything the browser and the PDF need into ../target/web, a resource directory of the jar:
//
//   target/web/static/assets/   lumbung.css, *.js, fonts (woff2), images   -> /assets/…
//   target/web/static/          check-worker.js                            -> /check-worker.js (scope of a service worker)
//   target/web/fonts/           TTF files for the PDF
//   target/web/reference/       regions of Indonesia (CSV)
//   target/web/assets.properties  a mark that changes with every input, part of the addresses in the pages
//
// Maven calls `node build.mjs` in generate-resources. It does nothing when no input has changed.
// `node build.mjs --test` builds and runs the unit tests of src/; `--gallery` shows patterns.html on port 8090.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, 'node_modules');
const target = path.join(here, '..', 'target', 'web');
const stampFile = path.join(target, '.stamp');
const REGIONS_VERSION = '4.0.1';
// Counted in the decree behind 4.0.1. An older data set has other numbers and must not slip in unseen.
const REGION_LINES = { districts: 7285, villages: 83762 };
const CSS_LIMIT = 30 * 1024;
// A page for everybody stays under 100 KB all told, uncompressed: this much for what it loads, the rest for its HTML.
const PUBLIC_LIMIT = 86 * 1024;
const PUBLIC_ASSETS = ['assets/lumbung.css', 'assets/lumbung.svg', 'assets/check.js', 'check-worker.js',
    'assets/atkinson-400.woff2', 'assets/atkinson-600.woff2', 'assets/besley-600.woff2'];

const FONTS = [
    ['@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2', 'atkinson-400.woff2'],
    ['@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2', 'atkinson-600.woff2'],
    ['@fontsource/besley/files/besley-latin-600-normal.woff2', 'besley-600.woff2'],
];
const PRINT_FONTS = [
    ['@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf', 'AtkinsonHyperlegibleNext-Regular.ttf'],
    ['@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf', 'AtkinsonHyperlegibleNext-Bold.ttf'],
    ['@expo-google-fonts/besley/400Regular/Besley_400Regular.ttf', 'Besley-Regular.ttf'],
    ['@expo-google-fonts/besley/600SemiBold/Besley_600SemiBold.ttf', 'Besley-SemiBold.ttf'],
];

const testing = process.argv.includes('--test');
installIfStale();
const stamp = inputsHash();
const showing = process.argv.includes('--gallery');
if (!testing && !showing && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    console.log('web: nothing changed');
    process.exit(0);
}
typeCheck();
await build();
if (testing) {
    await runTests();
}
if (showing) {
    await showGallery();
}

/** `npm ci` only when the lock file is not the one that filled node_modules. */
function installIfStale() {
    const lock = hash([path.join(here, 'package-lock.json'), path.join(here, 'package.json')]);
    const installed = path.join(modules, '.lumbung-lock');
    if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) {
        return;
    }
    console.log('web: npm ci');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
        { cwd: here, stdio: 'inherit' });
    writeFileSync(installed, lock);
}

function inputsHash() {
    return hash(['src', 'styles', 'static', 'test'].flatMap((folder) => filesIn(path.join(here, folder)))
        .concat(['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.worker.json']
            .map((name) => path.join(here, name))));
}

function filesIn(folder) {
    if (!existsSync(folder)) {
        return [];
    }
    return readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name))
        .filter((file) => statSync(file).isFile()).sort();
}

function hash(files) {
    const digest = createHash('sha256');
    for (const file of files) {
        digest.update(path.relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
    }
    return digest.digest('hex');
}

function typeCheck() {
    const tsc = path.join(modules, 'typescript', 'bin', 'tsc');
    for (const project of ['tsconfig.json', 'tsconfig.worker.json']) {
        execFileSync(process.execPath, [tsc, '--noEmit', '-p', project], { cwd: here, stdio: 'inherit' });
    }
}

async function build() {
    const esbuild = createRequire(import.meta.url)('esbuild');
    const fresh = target + '.new';
    rmSync(fresh, { recursive: true, force: true });
    const assets = path.join(fresh, 'static', 'assets');
    mkdirSync(assets, { recursive: true });

    const common = { absWorkingDir: here, bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' };
    const scripts = { ...common, format: 'esm', target: ['es2019', 'chrome80', 'firefox78', 'safari14.1'] };
    await esbuild.build({ ...scripts, entryPoints: ['src/app.ts', 'src/check.ts', 'src/intake.ts', 'src/passkey.ts'], outdir: assets });
    await esbuild.build({ ...scripts, format: 'iife', entryPoints: ['src/check-worker.ts'], outdir: path.join(fresh, 'static') });
    await esbuild.build({
        ...common, entryPoints: ['styles/lumbung.css'], outdir: assets, external: ['/assets/*'],
        target: ['chrome111', 'firefox115', 'safari16.4'],
    });
    const cssBytes = statSync(path.join(assets, 'lumbung.css')).size;
    if (cssBytes > CSS_LIMIT) {
        throw new Error(`lumbung.css has ${cssBytes} bytes, the limit is ${CSS_LIMIT}`);
    }

    for (const [from, to] of FONTS) {
        copy(from, path.join(assets, to));
    }
    for (const [from, to] of PRINT_FONTS) {
        copy(from, path.join(fresh, 'fonts', to));
    }
    cpSync(path.join(here, 'static'), assets, { recursive: true });
    const publicBytes = PUBLIC_ASSETS.reduce((sum, name) => sum + statSync(path.join(fresh, 'static', name)).size, 0);
    if (publicBytes > PUBLIC_LIMIT) {
        throw new Error(`what a public page loads has ${publicBytes} bytes, the limit is ${PUBLIC_LIMIT}`);
    }
    copyRegions(path.join(fresh, 'reference'));
    // In every address of an asset, so that a browser may keep it and still sees the next release.
    writeFileSync(path.join(fresh, 'assets.properties'), `version=${stamp.slice(0, 10)}\n`);

    rmSync(target, { recursive: true, force: true });
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(fresh, target);
    writeFileSync(stampFile, stamp);
    console.log(`web: built into app/target/web (CSS ${cssBytes} bytes, public pages load ${publicBytes})`);
}

function copyRegions(folder) {
    const found = JSON.parse(readFileSync(path.join(modules, 'idn-area-data', 'package.json'), 'utf8')).version;
    if (found !== REGIONS_VERSION) {
        throw new Error(`idn-area-data ${found} is installed; exactly ${REGIONS_VERSION} is needed`);
    }
    for (const name of ['provinces', 'regencies', 'districts', 'villages']) {
        copy(`idn-area-data/data/${name}.csv`, path.join(folder, `${name}.csv`));
        const expected = REGION_LINES[name];
        const lines = readFileSync(path.join(folder, `${name}.csv`), 'utf8').trimEnd().split('\n').length - 1;
        if (expected !== undefined && lines !== expected) {
            throw new Error(`${name}.csv has ${lines} rows; ${expected} are expected`);
        }
    }
    copy('idn-area-data/data/LICENSE.md', path.join(folder, 'LICENSE-idn-area-data.md'));
}

function copy(from, to) {
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(modules, from), to);
}

async function runTests() {
    const esbuild = createRequire(import.meta.url)('esbuild');
    const outdir = path.join(here, '..', 'target', 'web-test');
    const entryPoints = filesIn(path.join(here, 'test')).filter((file) => file.endsWith('.test.ts'));
    await esbuild.build({
        absWorkingDir: here, entryPoints, outdir, bundle: true, format: 'esm', platform: 'node', target: 'node20',
        outExtension: { '.js': '.mjs' }, logLevel: 'warning',
    });
    execFileSync(process.execPath, ['--test', '--test-reporter=dot', ...filesIn(outdir).filter((file) => file.endsWith('.test.mjs'))],
        { stdio: 'inherit' });
}

async function showGallery() {
    const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
    const server = createServer((request, response) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const file = pathname === '/' || pathname === '/patterns/' ? path.join(here, 'patterns.html')
            : pathname.startsWith('/patterns/') ? path.join(here, path.normalize(pathname))
            : path.join(target, 'static', path.normalize(pathname));
        response.setHeader('Content-Security-Policy', "default-src 'self'");
        if (!existsSync(file) || statSync(file).isDirectory()) {
            response.writeHead(404).end();
            return;
        }
        response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
        response.end(readFileSync(file));
    });
    server.listen(8090, '127.0.0.1', () => console.log('web: http://127.0.0.1:8090/patterns/'));
}
