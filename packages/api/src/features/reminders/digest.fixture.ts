import { type IsoDate, isoDate } from '@gt/contracts/words';
import { type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { sendDigests } from './send-digests.ts';

/** Thursday 12 March 2026. */
export const TODAY = isoDate('2026-03-12');
/** Too far off for any digest. */
export const FAR = new Date('2026-09-01');

/**
 * A harness with one live plan at a time, whose review is on Fridays at 10:00 and wants updates by Thursday 17:00; the
 * trust's own addresses are inside.
 */
export async function startDigestWorld() {
  const harness = await startHarness();
  const { db, teams, posts } = harness;
  await db.installation.updateMany({ data: { insideMailDomains: ['trust.example'] } });
  let plan: PlanFixture = await harness.makePlan();
  return {
    ...harness,
    plan: () => plan,
    /** Nothing is sent, nobody chose anything, and the plan is a new one. */
    async begin(): Promise<void> {
      await db.digest.deleteMany();
      await db.outboxMail.deleteMany();
      await db.notification.deleteMany();
      await db.preference.deleteMany();
      await db.plan.updateMany({ data: { deletedAt: new Date() } });
      plan = await harness.makePlan();
      await db.plan.update({
        where: { id: plan.planId },
        data: { reviewWeekday: 5 },
        select: { id: true },
      });
    },
    /** The job as it runs at a time of a winter's day. */
    async send(today: IsoDate = TODAY, at = '10:00', signal = new AbortController().signal): Promise<void> {
      const ctx = harness.ctxAs(null, today);
      ctx.settings = { ...ctx.settings, mailIsSetUp: true };
      ctx.now = new Date(`${today}T${at}:00.000Z`);
      await sendDigests(ctx, {}, signal);
    },
    mailsTo: (person: Pick<Person, 'email'>) =>
      db.outboxMail.findMany({
        where: { toAddress: person.email },
        orderBy: { createdAt: 'asc' },
        select: { subject: true, text: true, messageId: true },
      }),
    linesOf: (person: Person, kind: 'DIGEST' | 'UPDATE_WANTED') =>
      db.notification.findMany({
        where: { userId: person.userId, kind },
        select: { actorName: true, planId: true, sourceId: true },
      }),
    prefer: (person: Person, data: Record<string, unknown>) =>
      db.preference.create({ data: { userId: person.userId, ...data }, select: { userId: true } }),
    /** Owned by the contributor's post, overdue, and updated just now unless said otherwise. */
    owned: (more: Record<string, unknown> = {}) =>
      harness.makeAction(plan, {
        teamId: teams.fostering,
        ownerPostId: posts.fosteringOfficer,
        status: 'IN_PROGRESS',
        dueDate: new Date('2026-03-02'),
        lastUpdateAt: new Date('2026-03-11'),
        ...more,
      }),
  };
}
