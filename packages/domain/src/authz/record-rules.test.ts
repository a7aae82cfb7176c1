import type { Role } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { canDecideRedaction } from './record-rules.ts';

const actor = (...roles: Role[]) => ({ userId: 'me', roles, teamIds: [], postIds: [] });
const asked = { requestedById: 'somebody', requestedAt: new Date('2026-03-12T10:00:00Z'), linkMadeAt: null };
const at = (instant: string) => ({ ...asked, linkMadeAt: new Date(instant) });

test.each<[string, Role, Parameters<typeof canDecideRedaction>[1], RegExp | null]>([
  ['a verifier', 'VERIFIER', asked, null],
  ['a manager', 'MANAGER', asked, /^Your role/],
  ['whoever asked', 'PROGRAMME_LEAD', { ...asked, requestedById: 'me' }, /^Somebody else must agree/],
  ['a link made an hour before', 'ADMINISTRATOR', at('2026-03-12T09:00:00Z'), /^You made the sign-in link/],
  ['a link made 24 hours before', 'ADMINISTRATOR', at('2026-03-11T10:00:00Z'), /two people really are two/],
  ['a link made since', 'ADMINISTRATOR', at('2026-03-14T10:00:00Z'), /^You made the sign-in link/],
  ['a link made long before', 'ADMINISTRATOR', at('2026-03-11T09:59:59Z'), null],
])('%s', (_, role, request, reason) => {
  const decision = canDecideRedaction(actor(role), request);
  expect(decision.ok ? null : decision.reason).toEqual(
    reason === null ? null : expect.stringMatching(reason),
  );
});
