import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grouped } from '../src/money';

test('dots stand between thousands, whatever was typed', () => {
    for (const [typed, written] of [['', ''], ['7', '7'], ['0012500000', '12.500.000'], ['12.5000', '125.000'], ['Rp 300.000.000', '300.000.000'], ['0', '0']] as const) {
        assert.equal(grouped(typed), written);
    }
});
