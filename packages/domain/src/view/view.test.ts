import type { Role } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import {
  canEditView,
  canRemoveView,
  canSeeView,
  canShareView,
  canTakeOverView,
  validateView,
  viewSearch,
} from './index.ts';

const actor = (role: Role) => ({ userId: 'me', roles: [role], teamIds: [], postIds: [] });
const view = (more = {}) => ({ ownerId: 'somebody', isShared: true, ownerHasLeft: false, ...more });

describe('whose a view is', () => {
  test.each<[string, Role, object, string]>([
    ['one’s own, private', 'PARTNER', { ownerId: 'me', isShared: false }, 'see edit remove'],
    ['shared by a colleague', 'MANAGER', {}, 'see'],
    ['shared, before a partner', 'PARTNER', {}, ''],
    ['private of a colleague', 'PROGRAMME_LEAD', { isShared: false }, ''],
    ['shared by a colleague, before the lead', 'PROGRAMME_LEAD', {}, 'see'],
    ['shared by somebody who has left', 'VIEWER', { ownerHasLeft: true }, 'see'],
    [
      'shared by somebody who has left, before the lead',
      'PROGRAMME_LEAD',
      { ownerHasLeft: true },
      'see remove takeOver',
    ],
    [
      'private of somebody who has left, before the lead',
      'PROGRAMME_LEAD',
      { ownerHasLeft: true, isShared: false },
      '',
    ],
  ])('%s', (_, role, more, may) => {
    const record = view(more);
    const rights = {
      see: canSeeView(actor(role), record),
      edit: canEditView(actor(role), record).ok,
      remove: canRemoveView(actor(role), record).ok,
      takeOver: canTakeOverView(actor(role), record).ok,
    };
    const held = Object.entries(rights).flatMap(([right, has]) => (has ? [right] : []));
    expect(held.join(' ')).toBe(may);
  });

  it('is shared by those whose word others follow', () => {
    expect(canShareView(actor('MANAGER')).ok).toBe(true);
    expect(canShareView(actor('CONTRIBUTOR'))).toMatchObject({
      reason: expect.stringMatching(/shares none/),
    });
  });
});

describe('what a view keeps', () => {
  it('leaves out what belongs to a visit, and is equal when it means the same', () => {
    expect(viewSearch({ team: 'a', open: 'x', due: 'overdue', saved: 'y', q: '' })).toEqual({
      due: 'overdue',
      team: 'a',
    });
    expect(JSON.stringify(viewSearch({ b: '1', a: '2' }))).toBe(
      JSON.stringify(viewSearch({ a: '2', b: '1' })),
    );
  });

  it('has a name of a length, and is not endless', () => {
    expect(validateView({ name: '  ', bytes: 2 })).toEqual([
      { field: 'name', message: 'Give the view a name.' },
    ]);
    expect(validateView({ name: 'x'.repeat(81), bytes: 2 })[0]?.message).toMatch(/81 characters/);
    expect(validateView({ name: 'Mine', bytes: 4097 })[0]?.field).toBe('search');
    expect(validateView({ name: 'Mine', bytes: 4096 })).toEqual([]);
  });
});
