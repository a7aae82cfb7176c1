import { buffer } from 'node:stream/consumers';
import { plainPicture } from './plain-picture.ts';
import { previewBytes } from './preview-bytes.ts';

/** `page` draws that page, or the picture itself; without it the answer says what the file shows. */
export type PreviewMessage = { mediaType: string; page?: number };

/** Entry of the reading process: one message and the bytes in, one result out. */
process.once('message', (message: PreviewMessage) => {
  void answer(message);
});

async function drawn(data: Uint8Array, page: number) {
  const { drawPage } = await import('./draw-page.ts');
  return drawPage(data, page);
}

async function answer({ mediaType, page }: PreviewMessage): Promise<void> {
  const bytes = await buffer(process.stdin);
  const data = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  if (page === undefined) process.send?.(await previewBytes({ mediaType, data }));
  else process.send?.(mediaType === 'application/pdf' ? await drawn(data, page) : plainPicture(data));
}
