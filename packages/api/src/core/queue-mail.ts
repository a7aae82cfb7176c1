import type { Tx } from '@gt/db';
import type { Context } from './context.ts';
import { newId } from './new-id.ts';

/** Puts a mail into the outbox in the caller's transaction; a job sends it. Answers its id. */
export async function queueMail(
  ctx: Context,
  tx: Tx,
  mail: { toAddress: string; subject: string; text: string },
): Promise<string> {
  const id = newId();
  await tx.outboxMail.create({
    data: { id, messageId: `<${id}@golden-thread>`, ...mail, createdAt: ctx.now },
    select: { id: true },
  });
  await ctx.jobs.enqueue(tx, 'mail.send', {}, { singletonKey: 'outbox' });
  return id;
}
