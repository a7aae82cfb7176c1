import type { Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { queueMail } from '../../core/queue-mail.ts';

export const LINK_DAYS = 7;

export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + LINK_DAYS * 24 * 60 * 60 * 1000);
}

const WORDS = {
  JOIN: {
    path: 'join',
    subject: 'Your invitation to Golden Thread',
    body: 'You have been invited to Golden Thread, the tracker of the improvement plan.',
  },
  RESET: {
    path: 'reset',
    subject: 'Choose a new password for Golden Thread',
    body: 'An administrator has sent you this link to choose a new password.',
  },
} as const;

/** Puts the link into the outbox when mail is set up; answers the link to show once when it is not. */
export async function deliverLink(
  ctx: Context,
  tx: Tx,
  link: { kind: 'JOIN' | 'RESET'; secret: string; email: string },
): Promise<{ link: string | null; sentTo: string | null }> {
  const words = WORDS[link.kind];
  const address = `${ctx.settings.publicUrl}/${words.path}/${link.secret}`;
  if (!ctx.settings.mailIsSetUp) return { link: address, sentTo: null };
  await queueMail(ctx, tx, {
    toAddress: link.email,
    subject: words.subject,
    text: `${words.body}\n\nOpen this address within ${LINK_DAYS} days; it works once:\n${address}\n\nIf you did not expect this, ignore it.\n`,
  });
  return { link: null, sentTo: link.email };
}
