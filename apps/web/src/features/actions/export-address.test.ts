import { expect, it } from 'vitest';
import { exportAddress } from './export-address.ts';

it('asks for exactly the list on screen', () => {
  const address = new URL(
    exportAddress(
      {
        planId: '1',
        filter: { teamIds: ['a'], noTeam: undefined, q: 'carers & “more”' },
        sort: { by: 'dueDate', descending: true },
        groupBy: 'team',
      },
      ['reference', 'title', 'team'],
      'csv',
    ),
    'http://trust.example',
  );
  expect(address.pathname).toBe('/files/plans/1/actions');
  expect(address.searchParams.get('columns')).toBe('reference,title,team');
  expect(address.searchParams.get('format')).toBe('csv');
  expect(JSON.parse(address.searchParams.get('list') ?? '')).toEqual({
    filter: { teamIds: ['a'], q: 'carers & “more”' },
    sort: { by: 'dueDate', descending: true },
    groupBy: 'team',
  });
});
