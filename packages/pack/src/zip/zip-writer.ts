import { createHash } from 'node:crypto';
import { finished, pipeline, Readable, type Writable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';
import {
  centralHeader,
  dataDescriptor,
  dosTime,
  endOfDirectory,
  localHeader,
  type ZipEntryRecord,
} from './zip-records.ts';

const deflate = promisify(deflateRaw);
const MAX32 = 0xffffffff;

export interface WrittenEntry {
  name: string;
  size: number;
  /** Of the content, not of its packed form. */
  sha256: string;
}

export interface StreamOptions {
  compress: boolean;
  /** Bytes expected: settles ZIP64 before the first byte is sent. Needed from 4 GiB on. */
  expectedSize?: number;
  /** Nobody else holds the chunks: the memory of each is given back once the receiver has taken it. */
  isOwned?: boolean;
}

/**
 * Writes a ZIP to a stream as it goes, holding only its table of contents. It exists beside the usual
 * libraries for two reasons: a streamed file whose content proves wrong can be left out of the table of
 * contents (`forget`), and checksums run in native code, several times faster than those written in
 * JavaScript.
 */
export class ZipWriter {
  readonly #sink: Writable;
  readonly #dosTime: number;
  readonly #hash = createHash('sha256');
  readonly #entries: ZipEntryRecord[] = [];
  #offset = 0;
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor(sink: Writable, modifiedAt: Date) {
    this.#sink = sink;
    this.#dosTime = dosTime(modifiedAt);
    sink.on('drain', () => this.#wake?.());
    finished(sink, { readable: false }, (error) => {
      this.#failure = error ?? new Error('The receiver of the archive closed before it was complete.');
      this.#wake?.();
    });
  }

  /** Adds content already in memory; its header states size and checksum. */
  async addBytes(
    name: string,
    bytes: Uint8Array,
    { compress }: { compress: boolean },
  ): Promise<WrittenEntry> {
    const packed = compress ? await deflate(bytes) : bytes;
    const entry = this.#begin(name, compress ? 8 : 0, false);
    Object.assign(entry, { crc: crc32(bytes), size: bytes.length, compressedSize: packed.length });
    await this.#send(localHeader(entry));
    await this.#send(packed);
    this.#entries.push(entry);
    return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Adds content of any length; size and checksum follow it. */
  async addStream(
    name: string,
    chunks: AsyncIterable<Uint8Array>,
    options: StreamOptions,
  ): Promise<WrittenEntry> {
    const entry = this.#begin(name, options.compress ? 8 : 0, true);
    entry.zip64 = (options.expectedSize ?? 0) >= MAX32;
    const hash = createHash('sha256');
    async function* measured() {
      for await (const chunk of chunks) {
        entry.size += chunk.length;
        entry.crc = crc32(chunk, entry.crc);
        hash.update(chunk);
        yield chunk;
      }
    }
    await this.#send(localHeader(entry));
    for await (const chunk of options.compress ? deflated(measured()) : measured()) {
      entry.compressedSize += chunk.length;
      await this.#send(chunk);
      if (options.isOwned && !options.compress && this.#sink.writableLength === 0) giveBack(chunk);
    }
    if (!entry.zip64 && Math.max(entry.size, entry.compressedSize) >= MAX32) {
      throw new RangeError(`"${name}" is 4 GiB or more and was announced as smaller.`);
    }
    await this.#send(dataDescriptor(entry));
    this.#entries.push(entry);
    return { name, size: entry.size, sha256: hash.digest('hex') };
  }

  /** Leaves the entry added last out of the table of contents: no reader of the archive will show it. */
  forget(written: WrittenEntry): void {
    const last = this.#entries.at(-1);
    if (last?.name.toString() !== written.name)
      throw new Error('Only the entry added last can be forgotten.');
    this.#entries.pop();
  }

  /** Writes the table of contents, ends the stream and waits until it has taken everything. */
  async finish(): Promise<{ sha256: string; size: number }> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#send(centralHeader(entry));
    await this.#send(endOfDirectory(this.#entries.length, this.#offset - start, start));
    await new Promise<void>((resolve, reject) => {
      finished(this.#sink, { readable: false }, (error) => (error ? reject(error) : resolve()));
      this.#sink.end();
    });
    return { sha256: this.#hash.digest('hex'), size: this.#offset };
  }

  #begin(name: string, method: 0 | 8, deferred: boolean): ZipEntryRecord {
    const fixed = { method, deferred, zip64: false, dosTime: this.#dosTime, offset: this.#offset };
    return { ...fixed, name: Buffer.from(name), crc: 0, compressedSize: 0, size: 0 };
  }

  async #send(chunk: Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.#offset += chunk.length;
    this.#hash.update(chunk);
    if (this.#sink.write(chunk)) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      // The receiver may have failed between the check above and this line.
      if (this.#failure || !this.#sink.writableNeedDrain) resolve();
    });
    this.#wake = null;
    if (this.#failure) throw this.#failure;
  }
}

/** Left to the collector, chunks of a large file pile up; one that shares its memory with others is left to it. */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** Errors of the source come out of the iteration, and leaving the iteration stops the source. */
function deflated(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const packer = createDeflateRaw();
  pipeline(Readable.from(chunks, { objectMode: false }), packer, () => undefined);
  return packer;
}
