/** A process that does nothing but send what waits in the outbox, again and again, for the harness to kill. */
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase } from '@gt/db';
import { sendOutbox } from '../mail/send-outbox.ts';

const [databaseUrl = '', smtpUrl = ''] = process.argv.slice(2);
const { db } = createDatabase(databaseUrl, { poolSize: 2 });
const options = { smtpUrl, mailFrom: 'no-reply@trust.example', store: { open: async () => null } };
for (;;) {
  const sent = await sendOutbox(db, options);
  if (sent === 0) await pause(20);
}
