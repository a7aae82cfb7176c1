import { isoDate } from '@gt/contracts/words';
import { expect, it } from 'vitest';
import { factsFrom, startMoved } from './begin-from-template.ts';

const template = {
  id: 'recruit-to-posts',
  kind: 'READY' as const,
  name: 'Recruit to posts',
  title: 'Recruit to vacant posts',
  detail: '',
  successMeasure: '',
  priority: 'HIGH' as const,
  days: 14,
  milestones: [],
  mayChange: false,
  version: 1,
};
const begun = {
  templateId: '',
  days: null,
  title: '',
  detail: '',
  successMeasure: '',
  priority: 'MEDIUM' as const,
  startDate: null,
  dueDate: null,
};
const today = isoDate('2026-03-12');

it('begins today unless a start was chosen, and is due after its length', () => {
  expect(factsFrom(template, begun, today)).toMatchObject({ startDate: today, dueDate: '2026-03-26' });
  const startDate = isoDate('2026-04-01');
  expect(factsFrom(template, { ...begun, startDate }, today)).toMatchObject({
    startDate,
    dueDate: '2026-04-15',
  });
  expect(factsFrom(null, begun, today)).toEqual({ templateId: '', days: null });
});

it('leaves typed words as they are, and takes the words of the template before', () => {
  const typed = { ...begun, title: 'Recruit six more' };
  expect(factsFrom(template, typed, today)).not.toHaveProperty('title');
  const audit = { ...template, id: 'audit-and-learn', title: 'Audit and learn' };
  const first = { ...begun, ...factsFrom(template, begun, today) };
  expect(factsFrom(audit, first, today, template)).toMatchObject({ title: 'Audit and learn' });
});

it('lets the due date follow the start until somebody sets it', () => {
  const values = { ...begun, ...factsFrom(template, begun, today) };
  const patch = { startDate: isoDate('2026-03-13') };
  expect(startMoved(patch, values)).toEqual({ ...patch, dueDate: '2026-03-27' });
  expect(startMoved(patch, { ...values, dueDate: isoDate('2026-06-01') })).toEqual(patch);
  expect(startMoved(patch, begun)).toEqual(patch);
});
