// Reads and verifies the signed statement in the QR of a licence. No library, no network: bytes in, verdict out.
//
// The QR holds <address>/c#<digits>: the decimal digits of the big-endian number made of byte 0x01 and the CBOR array
// [payload, signature]. The payload is CBOR too:
// [1, key id, regency code, kecamatan code, number, business name, kecamatan name, issued, valid until or null, status index],
// dates in days since 2000-01-01. The signature is ECDSA P-256 with SHA-256 over the payload, r and s joined (64 bytes).

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Statement {
    readonly keyId: string;
    readonly regency: string;
    readonly kecamatanCode: string;
    readonly number: string;
    readonly businessName: string;
    readonly kecamatanName: string;
    readonly issuedOn: Date;
    readonly validUntil: Date | null;
    readonly statusIndex: number;
}

export interface Signed {
    readonly statement: Statement;
    readonly payload: Bytes;
    readonly signature: Bytes;
}

export interface KeyList {
    readonly issuer: string;
    readonly keys: readonly { kid: string; kty: string; crv: string; x: string; y: string }[];
}

export interface StatusList {
    readonly asOf: string;
    readonly bits: number;
    readonly list: string;
}

/** `unsure`: genuine, but no list says whether it still holds. `no-keys`: nothing to verify with, ask again with a connection. */
export type Verdict =
    | 'valid' | 'expired' | 'revoked' | 'superseded' | 'unsure' | 'false' | 'damaged' | 'unknown-key' | 'no-keys' | 'unsupported';

export interface Answer {
    readonly verdict: Verdict;
    /** Present only when the signature is genuine: nothing unverified is ever shown. */
    readonly statement: Statement | null;
    readonly issuer: string | null;
    readonly listedAt: Date | null;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(2000, 0, 1);
const LONGEST = 1200;

/** Fails with an Error when the digits are not a statement. */
export function decode(digits: string): Signed {
    if (!/^[0-9]+$/.test(digits) || digits.length > LONGEST) {
        throw new Error('not digits');
    }
    const bytes = bytesOfNumber(digits);
    if (bytes[0] !== 1) {
        throw new Error('unknown form');
    }
    const outer = new Reader(bytes.slice(1));
    const pair = outer.whole();
    if (!Array.isArray(pair) || pair.length !== 2) {
        throw new Error('not a pair');
    }
    const [payload, signature] = pair;
    if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array) || signature.length !== 64) {
        throw new Error('no signature');
    }
    return { statement: statementOf(new Reader(payload).whole()), payload, signature };
}

export async function check(
    digits: string,
    keys: KeyList | null,
    statuses: StatusList | null,
    now: Date,
    crypto: SubtleCrypto | undefined,
): Promise<Answer> {
    const listedAt = statuses === null ? null : new Date(statuses.asOf);
    const without = (verdict: Verdict): Answer => ({ verdict, statement: null, issuer: keys?.issuer ?? null, listedAt });
    let signed: Signed;
    try {
        signed = decode(digits);
    } catch {
        return without('damaged');
    }
    if (crypto === undefined) {
        return without('unsupported');
    }
    if (keys === null) {
        return without('no-keys');
    }
    const key = keys.keys.find((candidate) => candidate.kid === signed.statement.keyId);
    if (key === undefined) {
        return without('unknown-key');
    }
    const { kty, crv, x, y } = key;
    const verifier = await crypto.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    const genuine = await crypto.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifier, signed.signature, signed.payload);
    if (!genuine) {
        return without('false');
    }
    return { verdict: standing(signed.statement, statuses, now), statement: signed.statement, issuer: keys.issuer, listedAt };
}

/** A warning (3) leaves the licence valid. What a list older than the licence does not hold yet is unsure, not valid. */
function standing(statement: Statement, statuses: StatusList | null, now: Date): Verdict {
    const status = statuses === null ? null : statusOf(statuses, statement.statusIndex);
    switch (status) {
        case 1:
            return 'revoked';
        case 2:
            return 'superseded';
        case 0:
        case 3:
            return isPast(statement.validUntil, now) ? 'expired' : 'valid';
        default:
            return isPast(statement.validUntil, now) ? 'expired' : 'unsure';
    }
}

/** Valid through its last day, counted in WIB (UTC+7). */
function isPast(until: Date | null, now: Date): boolean {
    return until !== null && now.getTime() + 7 * 3_600_000 >= until.getTime() + DAY;
}

export function statusOf(statuses: StatusList, index: number): number | null {
    if (statuses.bits !== 2 || index < 0) {
        return null;
    }
    const packed = atob(statuses.list);
    const at = index >> 2;
    return at < packed.length ? (packed.charCodeAt(at) >> ((index & 3) * 2)) & 3 : null;
}

function statementOf(fields: unknown): Statement {
    if (!Array.isArray(fields) || fields.length !== 10 || fields[0] !== 1) {
        throw new Error('unknown version');
    }
    const [, keyId, regency, kecamatanCode, number, businessName, kecamatanName, issued, until, statusIndex] = fields as unknown[];
    return {
        keyId: text(keyId), regency: text(regency), kecamatanCode: text(kecamatanCode), number: text(number),
        businessName: text(businessName), kecamatanName: text(kecamatanName),
        issuedOn: day(issued), validUntil: until === null ? null : day(until), statusIndex: whole(statusIndex),
    };
}

function text(value: unknown): string {
    if (typeof value !== 'string') {
        throw new Error('text expected');
    }
    return value;
}

function whole(value: unknown): number {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        throw new Error('number expected');
    }
    return value;
}

function day(value: unknown): Date {
    return new Date(EPOCH + whole(value) * DAY);
}

/** Decimal digits to big-endian bytes, by long multiplication, seven digits at a time: BigInt is missing on old phones. */
export function bytesOfNumber(digits: string): Bytes {
    const limbs: number[] = [];
    for (let start = 0; start < digits.length; start += 7) {
        const part = digits.slice(start, start + 7);
        const factor = 10 ** part.length;
        let carry = Number(part);
        for (let limb = 0; limb < limbs.length; limb++) {
            const sum = (limbs[limb] as number) * factor + carry;
            limbs[limb] = sum % 65536;
            carry = Math.floor(sum / 65536);
        }
        while (carry > 0) {
            limbs.push(carry % 65536);
            carry = Math.floor(carry / 65536);
        }
    }
    const bytes: number[] = [];
    for (const limb of limbs) {
        bytes.push(limb & 255, limb >> 8);
    }
    while (bytes.length > 1 && bytes[bytes.length - 1] === 0) {
        bytes.pop();
    }
    return new Uint8Array(bytes.reverse());
}

type Item = number | string | Bytes | null | Item[];

/** The part of CBOR (RFC 8949) that the statement uses: integers, byte and text strings, arrays, null; definite lengths only. */
class Reader {
    private at = 0;

    constructor(private readonly bytes: Bytes) {}

    whole(): Item {
        const item = this.item(0);
        if (this.at !== this.bytes.length) {
            throw new Error('bytes left over');
        }
        return item;
    }

    private item(depth: number): Item {
        if (depth > 3) {
            throw new Error('too deep');
        }
        const head = this.take(1)[0] as number;
        const kind = head >> 5;
        if (head === 0xf6) {
            return null;
        }
        const size = this.size(head & 31);
        switch (kind) {
            case 0:
                return size;
            case 1:
                return -1 - size;
            case 2:
                return this.take(size);
            case 3:
                return new TextDecoder('utf-8', { fatal: true }).decode(this.take(size));
            case 4: {
                if (size > 32) {
                    throw new Error('array too long');
                }
                const items: Item[] = [];
                for (let index = 0; index < size; index++) {
                    items.push(this.item(depth + 1));
                }
                return items;
            }
            default:
                throw new Error('kind not used here');
        }
    }

    private size(short: number): number {
        if (short < 24) {
            return short;
        }
        if (short > 26) {
            throw new Error('too large');
        }
        let value = 0;
        for (const byte of this.take(1 << (short - 24))) {
            value = value * 256 + byte;
        }
        return value;
    }

    private take(count: number): Bytes {
        if (this.at + count > this.bytes.length) {
            throw new Error('cut short');
        }
        this.at += count;
        return this.bytes.slice(this.at - count, this.at);
    }
}
