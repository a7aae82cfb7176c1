import { withTestDatabase } from '@gt/db/testing';
import { expect, test } from 'vitest';
import { killMail } from './kill-mail.ts';

/** `npm run soak` asks for the full count. */
const isSoak = process.env.KILL_ROUNDS !== undefined;
const MAILS = isSoak ? 5_000 : 150;
const KILLS = isSoak ? 50 : 10;

test('however often the sender is killed, no mail is lost, and at most one comes twice for each kill', {
  retry: 0,
  timeout: isSoak ? 3_600_000 : 180_000,
}, async () => {
  const { db, url } = await withTestDatabase();
  const findings = await killMail(db, url, { mails: MAILS, kills: KILLS });
  expect(findings).toMatchObject({ lost: [], strange: [], unmarked: 0 });
  expect(findings.repeated).toBeLessThanOrEqual(KILLS);
  if (isSoak) process.stdout.write(`mail: ${KILLS} kills, ${findings.repeated} repeated of ${MAILS}\n`);
});
