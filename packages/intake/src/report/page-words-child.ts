import { buffer } from 'node:stream/consumers';
import { pageWords } from './page-words.ts';

/** Entry of the reading process: the number of a page and the bytes in, its words out. */
process.once('message', (message: { page: number }) => {
  void answer(message.page);
});

async function answer(page: number): Promise<void> {
  const bytes = await buffer(process.stdin);
  process.send?.(await pageWords(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), page));
}
