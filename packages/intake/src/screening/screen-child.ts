import { readFile } from 'node:fs/promises';
import { type BytesToScreen, screenBytes } from './screen-bytes.ts';

export type ScreenMessage = Omit<BytesToScreen, 'data'> & { path: string };

/** Entry of the reading process: one message in, one result out. */
process.once('message', (message: ScreenMessage) => {
  void answer(message);
});

async function answer({ path, ...of }: ScreenMessage): Promise<void> {
  process.send?.(await screenBytes({ ...of, data: new Uint8Array(await readFile(path)) }));
}
