import { buffer } from 'node:stream/consumers';
import { type BytesToScreen, screenBytes } from './screen-bytes.ts';

/** Everything but the bytes, which come by standard input. */
export type ScreenMessage = Omit<BytesToScreen, 'data'>;

/** Entry of the reading process: one message and the bytes in, one result out. */
process.once('message', (message: ScreenMessage) => {
  void answer(message);
});

async function answer(of: ScreenMessage): Promise<void> {
  const data = await buffer(process.stdin);
  process.send?.(
    await screenBytes({ ...of, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }),
  );
}
