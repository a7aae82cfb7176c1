/**
 * The server with one fault planted, for the harness to find: uploads write their row first and their bytes
 * afterwards. Everything else is the product itself.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileRoutes } from '@gt/api';

async function* slowly(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield bytes.subarray(at, at + 65_536);
    await pause(1);
  }
}

const route = fileRoutes.find((item) => `${item.method} ${item.path}` === 'POST /files/evidence');
if (!route) throw new Error('the upload route has moved');
const handle = route.handle;
route.handle = async (ctx, scope, request) => {
  let bytes = Buffer.alloc(0);
  const store: typeof ctx.store = Object.assign(Object.create(ctx.store), {
    async put(source: AsyncIterable<Uint8Array>) {
      const chunks: Uint8Array[] = [];
      // Each is whole only until the next is asked for.
      for await (const chunk of source) chunks.push(Buffer.from(chunk));
      bytes = Buffer.concat(chunks);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { ok: true, sha256, size: bytes.length, alreadyStored: false, value: { mime: 'text/plain' } };
    },
  });
  const answer = await handle({ ...ctx, store }, scope, request);
  await ctx.store.put(slowly(bytes), { maxBytes: bytes.length });
  return answer;
};

await import('../main.ts');
