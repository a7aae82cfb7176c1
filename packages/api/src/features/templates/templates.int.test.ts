import { isoDate } from '@gt/contracts/words';
import { datedMilestones, READY_TEMPLATES, templateDueDate, validateTemplate } from '@gt/domain/planning';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const harness = await startHarness();
const { db, people, callerAs, teams } = harness;
const templates = (person: Person) => callerAs(person).templates;

let plan: PlanFixture;
beforeEach(async () => {
  plan = await harness.makePlan();
});

const FACTS = {
  name: 'Recruit',
  title: 'Recruit to vacant posts',
  detail: 'Agree, advertise, interview.',
  successMeasure: 'The posts are filled.',
  priority: 'HIGH' as const,
  days: 28,
  milestones: [
    { title: 'Offers made', days: 21 },
    { title: 'Advertised', days: 14 },
  ],
};
const make = (person: Person, more: object = {}) =>
  templates(person).create({ planId: plan.planId, ...FACTS, idempotencyKey: newId(), ...more });
const listed = async (person: Person) => (await templates(person).list({ planId: plan.planId })).templates;
const milestonesOf = async (actionId: string) => {
  const rows = await db.milestone.findMany({
    where: { actionId },
    select: { title: true, dueDate: true, doneOn: true },
    orderBy: { dueDate: 'asc' },
  });
  return rows.map((row) => ({ ...row, dueDate: row.dueDate.toISOString().slice(0, 10) }));
};

describe('templates that come with the product', () => {
  it('are there for whoever adds actions, hold water, and are nobody’s to change', async () => {
    const ready = (await listed(people.manager)).filter(({ kind }) => kind === 'READY');
    expect(ready.map(({ name }) => name)).toEqual([
      'Audit and learn',
      'Write and adopt a procedure',
      'Train a workforce',
      'Recruit to posts',
    ]);
    expect(ready.every(({ mayChange }) => !mayChange)).toBe(true);
    for (const template of READY_TEMPLATES) {
      expect(validateTemplate(template)).toEqual([]);
      expect(template.milestones.every(({ days }) => days <= (template.days ?? 0))).toBe(true);
    }
    expect((await problemOf(listed(people.contributor))).code).toBe('NOT_ALLOWED');
  });
});

describe('an action that begins from a template', () => {
  it('has its milestones on the days counted from its start, weekends as they fall', async () => {
    await make(people.manager);
    const template = (await listed(people.manager)).find(({ name }) => name === 'Recruit');
    if (!template) throw new Error('no template');
    expect(template.milestones.map(({ days }) => days)).toEqual([14, 21]);
    // A Saturday.
    const startDate = isoDate('2026-03-07');
    const { title, detail, successMeasure, priority } = template;
    const input = {
      recommendationId: plan.recommendationIds[0] ?? '',
      ...{ title, detail, successMeasure, priority, startDate, teamId: teams.fostering },
      dueDate: templateDueDate(template, startDate),
      milestones: datedMilestones(template.milestones, startDate),
      idempotencyKey: newId(),
    };
    const made = await callerAs(people.manager).actions.create(input);
    expect(await callerAs(people.manager).actions.create(input)).toEqual(made);
    expect(await milestonesOf(made.id)).toEqual([
      { title: 'Advertised', dueDate: '2026-03-21', doneOn: null },
      { title: 'Offers made', dueDate: '2026-03-28', doneOn: null },
    ]);
    expect(await callerAs(people.manager).actions.get({ actionId: made.id })).toMatchObject({
      dueDate: '2026-04-04',
      priority: 'HIGH',
    });
  });

  it('is not added at all when a milestone cannot be', async () => {
    const before = await db.action.count();
    const problem = await problemOf(
      callerAs(people.manager).actions.create({
        recommendationId: plan.recommendationIds[0] ?? '',
        title: 'Recruit',
        teamId: teams.fostering,
        milestones: [{ title: ' ', dueDate: isoDate('2026-03-21') }],
        idempotencyKey: newId(),
      }),
    );
    expect(problem).toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/what will be reached/),
    });
    expect(await db.action.count()).toBe(before);
  });
});

describe('keeping a template', () => {
  it('takes words and days from an action, and nobody who does it', async () => {
    const action = await harness.makeAction(plan, {
      teamId: teams.fostering,
      startDate: new Date('2026-03-02'),
      dueDate: new Date('2026-03-30'),
    });
    await db.milestone.createMany({
      data: ['2026-02-20', '2026-03-15'].map((day) => ({
        actionId: action.id,
        title: `By ${day}`,
        dueDate: new Date(day),
        createdById: people.lead.userId,
        changedById: people.lead.userId,
      })),
    });
    const intent = { actionId: action.id, name: 'Kept', idempotencyKey: newId() };
    const kept = await templates(people.manager).keep(intent);
    expect(await templates(people.manager).keep(intent)).toEqual(kept);
    expect((await listed(people.lead)).find(({ id }) => id === kept.id)).toMatchObject({
      kind: 'PLAN',
      days: 28,
      milestones: [
        { title: 'By 2026-02-20', days: 0 },
        { title: 'By 2026-03-15', days: 13 },
      ],
    });
  });

  it('is for lead and managers; every plan is the lead’s; others’ stay as they are', async () => {
    expect((await problemOf(make(people.contributor))).code).toBe('NOT_ALLOWED');
    expect((await problemOf(make(people.manager, { forEveryPlan: true }))).code).toBe('NOT_ALLOWED');
    const everywhere = await make(people.lead, { forEveryPlan: true, name: `Every ${newId()}` });
    const elsewhere = await harness.makePlan();
    const there = await templates(people.manager).list({ planId: elsewhere.planId });
    expect(there.templates.find(({ id }) => id === everywhere.id)).toMatchObject({
      kind: 'EVERY',
      mayChange: false,
    });
    const at = { templateId: everywhere.id, version: 1 };
    expect((await problemOf(templates(people.manager).remove(at))).code).toBe('NOT_ALLOWED');
  });

  it('refuses in words what cannot be kept', async () => {
    await make(people.manager);
    for (const [more, message] of [
      [{ name: 'rECRUIT' }, /of this name already/],
      [{ name: ' ' }, /Give the template a name/],
      [{ days: -1 }, /from 0 to 1830 days/],
      [{ milestones: [{ title: '', days: 3 }] }, /what each milestone reaches/],
    ] as const) {
      const problem = await problemOf(make(people.manager, more));
      expect(problem).toMatchObject({ code: 'INVALID', message: expect.stringMatching(message) });
    }
  });
});

describe('changing a template', () => {
  it('that somebody changed meanwhile is refused with what they saved', async () => {
    const { id } = await make(people.manager);
    const change = { templateId: id, version: 1, ...FACTS };
    await templates(people.lead).edit({ ...change, name: 'Recruit six' });
    const problem = await problemOf(templates(people.manager).edit({ ...change, name: 'Recruit ten' }));
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, values: { name: 'Recruit six' } },
    });
  });

  it('brings back what was removed by mistake, and forgets its words after a day', async () => {
    const { id } = await make(people.manager);
    const removed = await templates(people.manager).remove({ templateId: id, version: 1 });
    expect((await listed(people.manager)).some((item) => item.id === id)).toBe(false);
    const back = await templates(people.manager).restore({ templateId: id, version: removed.version });
    expect((await listed(people.manager)).some((item) => item.id === id)).toBe(true);
    await templates(people.manager).remove({ templateId: id, version: back.version });
    const longAgo = new Date('2026-01-01');
    await db.actionTemplate.update({ where: { id }, data: { deletedAt: longAgo }, select: { id: true } });
    await make(people.manager, { name: 'Another' });
    expect(await db.actionTemplate.count({ where: { id } })).toBe(0);
  });
});
