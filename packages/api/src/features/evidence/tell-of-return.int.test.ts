import { expect, it } from 'vitest';
import { startHarness } from '../../testing/harness.ts';
import { upload } from './testing.ts';

const h = await startHarness();
const owned = { teamId: h.teams.fostering, ownerPostId: h.posts.fosteringOfficer };

it('who brought evidence and who owns its action are told that it came back, the verifier is not', async () => {
  const { manager, contributor, verifier } = h.people;
  const plan = await h.makePlan();
  const action = await h.makeAction(plan, owned);
  const { evidenceId } = await upload(h, manager, { planId: plan.planId, actionId: action.id });
  const returned = { evidenceId, version: 1, versionNumber: 1, decision: 'RETURNED' as const };
  await h.callerAs(verifier).evidence.check({ ...returned, reason: 'Page 2 is missing' });
  const told = await h.db.notification.findMany({
    where: { kind: 'EVIDENCE_RETURNED' },
    select: { userId: true, actionId: true, actorName: true },
  });
  expect(told.map(({ userId }) => userId).sort()).toEqual([manager.userId, contributor.userId].sort());
  expect(told[0]).toMatchObject({ actionId: action.id, actorName: verifier.userName });
  const { rows } = await h.callerAs(contributor).notifications.list({});
  expect(rows).toMatchObject([{ kind: 'EVIDENCE_RETURNED', actionId: action.id }]);
});

it('nobody is told of evidence that was accepted', async () => {
  const plan = await h.makePlan();
  const action = await h.makeAction(plan, owned);
  const { evidenceId } = await upload(
    h,
    h.people.manager,
    { planId: plan.planId, actionId: action.id },
    {
      bytes: 'another file',
    },
  );
  const before = await h.db.notification.count();
  await h
    .callerAs(h.people.verifier)
    .evidence.check({ evidenceId, version: 1, versionNumber: 1, decision: 'ACCEPTED' });
  expect(await h.db.notification.count()).toBe(before);
});
