import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { MANIFEST_NAME, type PackManifest, SIGNATURE_BYTES, SIGNATURE_NAME } from './pack-format.ts';
import type { PackProblem } from './pack-problem.ts';

export interface SignedManifest {
  manifest: PackManifest;
  manifestBytes: Buffer;
  signature: Buffer | null;
  /** Keys of which one should have signed it; without any, only that a signature is there where one belongs is checked. */
  keys: readonly string[];
}

/** What is wrong with the signature beside the manifest. Throws TypeError for a key that is none. */
export function signatureProblems({
  manifest,
  manifestBytes,
  signature,
  keys,
}: SignedManifest): PackProblem[] {
  const problem = (path: string, detail: string): PackProblem[] => [{ path, problem: 'SIGNATURE', detail }];
  const isSaidSigned = typeof manifest.signedBy === 'string';
  if (signature === null) {
    if (isSaidSigned)
      return problem(SIGNATURE_NAME, 'The manifest says that it is signed; its signature is not in the ZIP.');
    return keys.length > 0
      ? problem(SIGNATURE_NAME, 'This pack is not signed, so the key cannot tell who made it.')
      : [];
  }
  if (!isSaidSigned)
    return problem(SIGNATURE_NAME, 'There is a signature; the manifest says that it is not signed.');
  if (signature.length !== SIGNATURE_BYTES) return problem(SIGNATURE_NAME, 'This is not a signature.');
  const publicKeys = keys.map(readKey);
  if (publicKeys.length === 0 || publicKeys.some((key) => verify(null, manifestBytes, key, signature)))
    return [];
  return publicKeys.some((key) => manifest.signedBy === fingerprintOf(key))
    ? problem(
        MANIFEST_NAME,
        'The manifest or its signature was changed after it was signed: the two do not match.',
      )
    : problem(SIGNATURE_NAME, 'This pack was signed by another key than the one that was given.');
}

/** An Ed25519 public key as PEM, or as SPKI in base64. Throws TypeError for anything else. */
export function readKey(text: string): KeyObject {
  const trimmed = text.trim();
  try {
    const key = trimmed.startsWith('-----')
      ? createPublicKey(trimmed)
      : createPublicKey({ key: Buffer.from(trimmed, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new TypeError(
      'The key cannot be read. Give the public key of the installation that made the pack.',
      { cause },
    );
  }
  throw new TypeError(
    'The key is not an Ed25519 key. Give the public key of the installation that made the pack.',
  );
}

/** SHA-256 of the key as SPKI: what names it. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
