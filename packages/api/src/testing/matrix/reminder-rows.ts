import { newId } from '../../core/new-id.ts';
import type { Cell, ProcedureRow } from './matrix-row.ts';
import { ADMINISTRATOR, EVERYBODY, LEAD, LEAD_AND_MANAGER, WORKERS } from './who.ts';

/** Owned by somebody who was never nudged, so that there is somebody to nudge in each cell. */
async function toNudge({ world, on }: Cell) {
  const owner = await world.makeUser(`Owner ${newId()}`, ['CONTRIBUTOR']);
  const { id } = await world.action(on, { ownerPostId: null, ownerUserId: owner.userId });
  return { planId: world.plan.planId, actionIds: [id], idempotencyKey: newId() };
}

/** The list as it is, with one more. */
async function oneDomainMore({ world }: Cell) {
  const { insideMailDomains: was } = await world.db.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { insideMailDomains: true },
  });
  return { was, domains: [...was, `trust-${newId()}.example`] };
}

async function mailGivenUp({ world }: Cell) {
  const id = newId();
  await world.db.outboxMail.create({
    data: {
      id,
      messageId: `<${id}@golden-thread>`,
      toAddress: 'owner@trust.example',
      subject: 'What waits for you',
      text: '',
      attempts: 1,
      givenUpAt: new Date(),
    },
    select: { id: true },
  });
}

export const REMINDER_ROWS: readonly ProcedureRow[] = [
  { path: 'updates.mine', may: { any: WORKERS }, input: () => ({ whose: 'OWN' }) },
  { path: 'reminders.myReviews', may: { any: WORKERS }, input: () => undefined },
  {
    path: 'reminders.updatesWanted',
    may: { any: LEAD_AND_MANAGER },
    input: ({ world }) => ({ planId: world.plan.planId }),
  },
  {
    path: 'reminders.nudge',
    may: { own: LEAD_AND_MANAGER, team: LEAD_AND_MANAGER, supported: LEAD, other: LEAD },
    refusedByRule: ['supported', 'other'],
    input: toNudge,
  },
  { path: 'mail.state', may: { any: ADMINISTRATOR }, input: () => undefined },
  { path: 'mail.setInsideDomains', may: { any: ADMINISTRATOR }, input: oneDomainMore },
  { path: 'mail.tryAgain', may: { any: ADMINISTRATOR }, input: mailGivenUp },
  { path: 'account.digest', may: { any: EVERYBODY }, input: () => undefined },
  {
    path: 'account.setDigest',
    may: { any: EVERYBODY },
    leavesNoAudit: 'how somebody likes to work is no record of the plan',
    input: () => ({
      digest: true,
      digestTime: '08:00',
      digestDays: [1, 3],
      quietFrom: '18:00',
      quietTo: '07:00',
      digestLeavesOut: ['MENTIONS'],
    }),
  },
];
