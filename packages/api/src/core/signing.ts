import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { fingerprintOf } from '@gt/pack';
import type { Signing } from './ports.ts';

/** Signs with an Ed25519 key; without one, with a key that ends with the process, as tests and benchmarks do. */
export function signingWith(privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey): Signing {
  const publicKey = createPublicKey(privateKey);
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    fingerprint: fingerprintOf(publicKey),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}
