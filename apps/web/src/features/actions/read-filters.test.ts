import { describe, expect, it } from 'vitest';
import { filterWords } from './filter-names.ts';
import { readFilters, withoutStrange, writeField } from './read-filters.ts';

const A = '0190a000-0000-7000-8000-00000000000a';
const B = '0190a000-0000-7000-8000-00000000000b';

describe('the filters of an address', () => {
  it('takes several values of one field, and its emptiness beside them', () => {
    const { filters, notUnderstood } = readFilters({ team: `${A},${B},none`, status: 'CLOSED,REOPENED' });
    expect(filters).toEqual({
      team: { values: [A, B], none: true },
      status: { values: ['CLOSED', 'REOPENED'] },
    });
    expect(notUnderstood).toEqual([]);
  });

  it('takes a span of days, open at either end', () => {
    expect(readFilters({ due: '2026-03-01..2026-03-31' }).filters.due?.span).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
    });
    expect(readFilters({ due: '..2026-03-31' }).filters.due?.span).toEqual({ to: '2026-03-31' });
    expect(readFilters({ percent: '0..50' }).filters.percent).toEqual({ percent: { from: 0, to: 50 } });
  });

  it.each([
    ['rag', 'PURPLE', 'RAG, as declared “PURPLE”'],
    ['team', "x' OR 1=1", "Team “x' OR 1=1”"],
    ['due', '2026-02-31..', 'Due “2026-02-31..”'],
    ['due', '2026-03-31..2026-03-01', 'Due “2026-03-31..2026-03-01”'],
    ['due', 'overdue,14-days', 'Due “14-days”'],
    ['percent', '50..101', 'Percent complete “50..101”'],
    ['person', 'none', 'Owner (person) “none”'],
    ['unknown', 'directorate', '“directorate”'],
  ] as const)('%s=%s is left out and told', (param, text, said) => {
    expect(readFilters({ [param]: text }).notUnderstood).toEqual([{ param, said }]);
  });

  it('keeps what it understands when the rest is taken out', () => {
    const search = { team: `${A},Fostering`, rag: 'PURPLE', unknown: 'directorate', priority: 'HIGH' };
    const { notUnderstood } = readFilters(search);
    expect(withoutStrange(search, notUnderstood)).toEqual({ team: A, rag: undefined, unknown: undefined });
  });

  it('writes a field as it was read', () => {
    const text = `${A},${B},none`;
    expect(writeField(readFilters({ team: text }).filters.team ?? {})).toBe(text);
    expect(writeField({})).toBeUndefined();
  });
});

describe('a chip', () => {
  const names = {
    teams: [
      { id: A, name: 'Fostering', kind: 'INTERNAL' as const },
      { id: B, name: 'Permanence', kind: 'INTERNAL' as const },
    ],
    posts: [],
    people: [],
    recommendations: [],
    inspections: [],
  };
  it.each([
    [{ team: A }, 'team', 'Team is Fostering'],
    [{ team: `${A},${B},none` }, 'team', 'Team is Fostering or Permanence or empty'],
    [{ owner: 'none' }, 'owner', 'Owner (post) is empty'],
    [{ team: 'any' }, 'team', 'Team is not empty'],
    [{ evidence: 'any' }, 'evidence', 'Has evidence'],
    [{ owner: A }, 'owner', 'Owner (post) is one not found here'],
    [{ due: 'overdue' }, 'due', 'Overdue'],
    [{ due: 'none' }, 'due', 'Due is empty'],
    [{ due: '..2026-03-31' }, 'due', 'Due up to 31 Mar 2026'],
    [{ percent: '0..50' }, 'percent', 'Percent complete 0 to 50'],
    [{ priority: 'URGENT,HIGH,MEDIUM,LOW' }, 'priority', 'Priority is one of 4'],
  ] as const)('%o reads “%s”', (search, param, words) => {
    expect(filterWords(search, param, names)).toBe(words);
  });
});
