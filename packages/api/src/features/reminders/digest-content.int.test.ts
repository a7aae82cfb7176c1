import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { FAR, startDigestWorld } from './digest.fixture.ts';

const w = await startDigestWorld();
beforeEach(() => w.begin());

describe('what waits', () => {
  it('an update is wanted from the working day before its deadline, until there is one', async () => {
    const action = await w.owned({ dueDate: FAR, lastUpdateAt: new Date('2026-03-05T12:00:00Z') });
    await w.send(isoDate('2026-03-10'));
    expect(await w.mailsTo(w.people.contributor)).toEqual([]);
    await w.send(isoDate('2026-03-11'));
    const [mail] = await w.mailsTo(w.people.contributor);
    expect(mail?.text).toContain(
      'Update wanted before the review (1)\nReview on Friday 13 March 2026, 10:00; updates by Thursday 12 March, 17:00\nR1.A',
    );
    await w.callerAs(w.people.contributor, isoDate('2026-03-11')).updates.create({
      actionId: action.id,
      version: action.version,
      whatHappened: 'Panel sits in April',
      difference: '',
      inTheWay: '',
      next: '',
      rag: 'NONE',
      ragReason: '',
      percentComplete: 0,
      nothingChanged: true,
      idempotencyKey: newId(),
    });
    await w.send();
    expect(await w.mailsTo(w.people.contributor)).toHaveLength(1);
  });

  it.each([
    ['waits for its evidence to be checked', { status: 'AWAITING_EVIDENCE_CHECK' }],
    ['has not begun by its start date', { status: 'NOT_STARTED', startDate: new Date('2026-04-01') }],
  ])('no update is wanted of what %s', async (_, more) => {
    await w.owned({ dueDate: FAR, lastUpdateAt: null, ...more });
    await w.send();
    expect(await w.db.outboxMail.count()).toBe(0);
  });

  it('a nudge is in the next digest, whenever the review is', async () => {
    await w.db.plan.updateMany({ data: { reviewWeekday: null } });
    await w.owned({ dueDate: FAR, lastUpdateAt: null });
    await w.send();
    expect(await w.db.outboxMail.count()).toBe(0);
    const { userId } = w.people.contributor;
    const nudge = {
      userId,
      kind: 'NUDGED' as const,
      planId: w.plan().planId,
      sourceId: 'x',
      actorName: 'Lead',
    };
    await w.db.notification.create({
      data: { ...nudge, createdAt: new Date('2026-03-12T14:00:00Z') },
      select: { id: true },
    });
    await w.send(isoDate('2026-03-13'));
    await w.send(isoDate('2026-03-16'));
    const mails = await w.mailsTo(w.people.contributor);
    expect(mails.map(({ subject }) => subject)).toEqual(['Golden Thread: 1 update wanted']);
  });

  it('evidence that came back, to whoever uploaded it and to the owner, and not once its action is closed', async () => {
    const action = await w.owned({ dueDate: FAR });
    const closed = await w.owned({ status: 'CLOSED' });
    for (const [number, of] of [action, closed].entries()) {
      await w.db.evidence.create({
        data: {
          planId: w.plan().planId,
          number: number + 1,
          title: 'Panel minutes',
          kind: 'MINUTES',
          shows: 'What was decided',
          state: 'RETURNED',
          uploadedById: w.people.otherManager.userId,
          changedById: w.people.otherManager.userId,
          links: {
            create: {
              actionId: of.id,
              recommendationId: w.plan().recommendationIds[0] ?? '',
              linkedById: w.people.otherManager.userId,
            },
          },
        },
        select: { id: true },
      });
    }
    await w.send();
    for (const person of [w.people.otherManager, w.people.contributor]) {
      const [mail] = await w.mailsTo(person);
      expect(mail?.text).toContain('Returned evidence (1)\nE1 Panel minutes\n');
    }
  });

  it('a question about evidence, to whoever brought it and to the owner, until it is answered', async () => {
    const action = await w.owned({ dueDate: FAR });
    const by = w.people.otherManager.userId;
    const { id: evidenceId } = await w.db.evidence.create({
      data: {
        planId: w.plan().planId,
        ...{ number: 1, title: 'Panel minutes', kind: 'MINUTES', shows: 'What was decided' },
        ...{ uploadedById: by, changedById: by },
        links: {
          create: {
            actionId: action.id,
            recommendationId: w.plan().recommendationIds[0] ?? '',
            linkedById: by,
          },
        },
      },
      select: { id: true },
    });
    const verifier = w.callerAs(w.people.verifier);
    const text = 'Which weeks does it cover?';
    const question = await verifier.evidence.ask({ evidenceId, text, idempotencyKey: newId() });
    await w.send();
    for (const person of [w.people.otherManager, w.people.contributor]) {
      const [mail] = await w.mailsTo(person);
      expect(mail?.text).toContain(`Questions about evidence, to answer (1)\nE1 ${text}\n`);
      const { rows } = await w.callerAs(person).notifications.list({});
      expect(rows.map(({ kind, reference }) => [kind, reference])).toContainEqual([
        'EVIDENCE_QUESTIONED',
        'E1',
      ]);
    }
    expect(await w.mailsTo(w.people.verifier)).toEqual([]);
    const owner = w.callerAs(w.people.contributor);
    await owner.evidence.answer({ questionId: question.id, version: 1, answer: 'All of March.' });
    await w.send(isoDate('2026-03-13'));
    expect(await w.mailsTo(w.people.otherManager)).toHaveLength(1);
  });

  it('comments that name somebody and are not read, once an action', async () => {
    const action = await w.owned({ dueDate: FAR });
    const { userId } = w.people.verifier;
    const mention = { userId, kind: 'MENTIONED' as const, planId: w.plan().planId, actionId: action.id };
    const at = new Date('2026-03-11T09:00:00Z');
    await w.db.notification.createMany({
      data: [
        { ...mention, sourceId: 'one', actorName: 'Lead', createdAt: at },
        { ...mention, sourceId: 'two', actorName: 'Lead', createdAt: at },
      ],
    });
    await w.send();
    const [mail] = await w.mailsTo(w.people.verifier);
    expect(mail?.subject).toBe('Golden Thread: 1 mention');
  });

  it('names twenty and counts the rest', async () => {
    for (let n = 0; n < 23; n += 1) await w.owned();
    await w.send();
    const [mail] = await w.mailsTo(w.people.contributor);
    expect(mail?.text.match(/^R1\.A/gm)).toHaveLength(20);
    expect(mail?.text).toContain('Overdue (23)');
    expect(mail?.text).toContain('and 3 more');
  });
});

describe('to whom what may be said', () => {
  it('an address outside is mailed references and never a word of the plan', async () => {
    const { number } = await w.makeAction(w.plan(), {
      partnerTeamId: w.teams.police,
      title: 'Named in confidence',
      dueDate: new Date('2026-03-02'),
      lastUpdateAt: null,
    });
    const email = 'lead@police.example';
    const { userId } = await w.makeUser('Police Lead, holder 2', ['PARTNER'], { teamIds: [w.teams.police] });
    await w.db.user.update({ where: { id: userId }, data: { email } });
    await w.send();
    const [mail] = await w.mailsTo({ email });
    expect(mail?.text).toContain(`Overdue (1)\nR1.A${number}\n`);
    for (const word of ['confidence', 'Northmoor']) {
      expect(`${mail?.subject} ${mail?.text}`).not.toContain(word);
    }
  });

  it('a partner is told of the agency’s own actions only', async () => {
    await w.owned();
    await w.makeAction(w.plan(), { partnerTeamId: w.teams.police, dueDate: new Date('2026-03-02') });
    await w.send();
    const [mail] = await w.mailsTo(w.people.partner);
    expect(mail?.subject).toContain('1 overdue');
  });
});
