import { buffer } from 'node:stream/consumers';
import { readGridBytes } from './read-grid-bytes.ts';

/** Entry of the reading process: the bytes in, one grid out. */
process.once('message', () => {
  void answer();
});

async function answer(): Promise<void> {
  const bytes = await buffer(process.stdin);
  process.send?.(await readGridBytes(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)));
}
