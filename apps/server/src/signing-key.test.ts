import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSigningKey } from './signing-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'gt-signing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the key is made once, readable by this user alone, and signs the same way after a restart', () => {
  const first = openSigningKey(folder);
  const second = openSigningKey(folder);
  expect(second.publicKey).toBe(first.publicKey);
  expect(readdirSync(folder)).toEqual(['pack-signing-key.pem']);
  expect(statSync(join(folder, 'pack-signing-key.pem')).mode & 0o777).toBe(0o600);
  const words = Buffer.from('a manifest');
  const key = createPublicKey({ key: Buffer.from(first.publicKey, 'base64'), format: 'der', type: 'spki' });
  expect(verify(null, words, key, second.sign(words))).toBe(true);
  expect(Buffer.from(first.sign(words))).toEqual(Buffer.from(second.sign(words)));
});
