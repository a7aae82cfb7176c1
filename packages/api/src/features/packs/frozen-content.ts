import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { PackContent } from '@gt/contracts/words';
import { canonicalJson } from '@gt/domain/audit';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

const QUALITY = 5;
/** Nothing that was written here is longer; a damaged body is given up before it fills the memory. */
const LONGEST_TEXT = 512 * 1024 * 1024;

/** What a pack says, and how many things of the plan had been destroyed when it was put together. */
export type Frozen = { content: PackContent; destroyed: number };
export type FrozenBody = { content: Uint8Array<ArrayBuffer>; contentSha256: string };

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The one text of what a pack says (canonical JSON), compressed, and its hash. */
export async function freeze(frozen: Frozen): Promise<FrozenBody> {
  const text = Buffer.from(canonicalJson(frozen), 'utf8');
  const body = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  return { content: new Uint8Array(body), contentSha256: hashOf(text) };
}

/** As it was frozen; null where the text is not the one that was kept. */
export async function thaw(body: { content: Uint8Array; contentSha256: string }): Promise<Frozen | null> {
  const text = await decompress(body.content, { maxOutputLength: LONGEST_TEXT }).catch(() => null);
  if (text === null || hashOf(text) !== body.contentSha256) return null;
  return JSON.parse(text.toString('utf8')) as Frozen;
}
