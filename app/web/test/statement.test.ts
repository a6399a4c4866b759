import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOfNumber, check, statusOf, type KeyList, type StatusList } from '../src/statement';

const NOW = new Date('2026-11-24T03:00:00Z');
const LIST: StatusList = { asOf: '2026-11-24T02:00:00Z', bits: 2, list: Buffer.from([0b11_10_01_00]).toString('base64') };

test('a genuine statement is valid and shows what it says', async () => {
    const { digits, keys } = await issue({ index: 0 });

    const answer = await check(digits, keys, LIST, NOW, crypto.subtle);

    assert.equal(answer.verdict, 'valid');
    assert.equal(answer.statement?.number, '503/IUMK/012/35.07.13/XI/2026');
    assert.equal(answer.statement?.businessName, 'Keripik Tempe Bu Lastri “Asli”');
    assert.equal(answer.statement?.issuedOn.toISOString().slice(0, 10), '2026-11-24');
    assert.equal(answer.statement?.validUntil, null);
});

test('the list says revoked, superseded, or warned (which stays valid)', async () => {
    for (const [index, verdict] of [[1, 'revoked'], [2, 'superseded'], [3, 'valid']] as const) {
        const { digits, keys } = await issue({ index });
        assert.equal((await check(digits, keys, LIST, NOW, crypto.subtle)).verdict, verdict);
    }
});

test('one changed letter is no official statement, and nothing of it is shown', async () => {
    const { digits, keys } = await issue({ index: 0, tamper: true });

    const answer = await check(digits, keys, LIST, NOW, crypto.subtle);

    assert.equal(answer.verdict, 'false');
    assert.equal(answer.statement, null);
});

test('a key that is not in the list is unknown; a key of the same name does not verify', async () => {
    const { digits } = await issue({ index: 0 });
    const other = await issue({ index: 0 });

    assert.equal((await check(digits, { issuer: 'x', keys: [] }, LIST, NOW, crypto.subtle)).verdict, 'unknown-key');
    assert.equal((await check(digits, other.keys, LIST, NOW, crypto.subtle)).verdict, 'false');
});

test('without keys, without a list, or with a list older than the licence nothing is called valid', async () => {
    const { digits, keys } = await issue({ index: 4 });

    assert.equal((await check(digits, null, LIST, NOW, crypto.subtle)).verdict, 'no-keys');
    assert.equal((await check(digits, keys, null, NOW, crypto.subtle)).verdict, 'unsure');
    assert.equal((await check(digits, keys, LIST, NOW, crypto.subtle)).verdict, 'unsure');
    assert.equal((await check(digits, keys, LIST, NOW, undefined)).verdict, 'unsupported');
});

test('valid through the last day in WIB, expired after it', async () => {
    const { digits, keys } = await issue({ index: 0, until: days('2026-11-24') });

    assert.equal((await check(digits, keys, LIST, new Date('2026-11-24T16:59:59Z'), crypto.subtle)).verdict, 'valid');
    assert.equal((await check(digits, keys, LIST, new Date('2026-11-24T17:00:00Z'), crypto.subtle)).verdict, 'expired');
});

test('damaged codes are refused at every length, never shown', async () => {
    const { digits, keys } = await issue({ index: 0 });
    for (const broken of ['', '0', '1', 'abc', '-5', digits.slice(0, -3), digits.slice(3), digits + '7', '9'.repeat(1300)]) {
        const answer = await check(broken, keys, LIST, NOW, crypto.subtle);
        assert.ok(answer.verdict === 'damaged' || answer.verdict === 'false', `${broken.slice(0, 12)}: ${answer.verdict}`);
        assert.equal(answer.statement, null);
    }
});

test('digits and bytes are the same number for any bytes', () => {
    for (let length = 1; length < 80; length++) {
        const bytes = Uint8Array.from({ length }, (_, index) => (index === 0 ? 1 : (index * 37 + length * 11) & 255));
        const digits = BigInt('0x' + Buffer.from(bytes).toString('hex')).toString();
        assert.deepEqual(bytesOfNumber(digits), bytes);
    }
});

test('a status beyond the list is not known', () => {
    assert.equal(statusOf(LIST, 3), 3);
    assert.equal(statusOf(LIST, 4), null);
    assert.equal(statusOf(LIST, -1), null);
});

interface Wish {
    index: number;
    until?: number;
    tamper?: boolean;
}

async function issue({ index, until, tamper }: Wish): Promise<{ digits: string; keys: KeyList }> {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const payload = cborArray(
        Buffer.from([1]), cborText('k1'), cborText('35.07'), cborText('35.07.13'), cborText('503/IUMK/012/35.07.13/XI/2026'),
        cborText('Keripik Tempe Bu Lastri “Asli”'), cborText('Kepanjen'), cborInt(days('2026-11-24')),
        until === undefined ? Buffer.from([0xf6]) : cborInt(until), cborInt(index),
    );
    const signature = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, payload));
    if (tamper === true) {
        payload.write('X', payload.indexOf('Keripik'));
    }
    const bytes = Buffer.concat([Buffer.from([1]), cborArray(cborBytes(payload), cborBytes(signature))]);
    const keys = { issuer: 'Pemerintah Kabupaten Malang', keys: [{ kid: 'k1', kty: 'EC', crv: 'P-256', x: String(jwk.x), y: String(jwk.y) }] };
    return { digits: BigInt('0x' + bytes.toString('hex')).toString(), keys };
}

function days(date: string): number {
    return (Date.parse(date) - Date.UTC(2000, 0, 1)) / 86_400_000;
}

function cborInt(value: number): Buffer {
    return head(0, value);
}

function cborText(value: string): Buffer {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([head(3, bytes.length), bytes]);
}

function cborBytes(value: Uint8Array): Buffer {
    return Buffer.concat([head(2, value.length), value]);
}

function cborArray(...items: Buffer[]): Buffer {
    return Buffer.concat([head(4, items.length), ...items]);
}

function head(kind: number, value: number): Buffer {
    if (value < 24) {
        return Buffer.from([(kind << 5) | value]);
    }
    return value < 256 ? Buffer.from([(kind << 5) | 24, value]) : Buffer.from([(kind << 5) | 25, value >> 8, value & 255]);
}
