import { inTransaction } from '@gt/db';
import { expect, test } from 'vitest';
import { startHarness } from '../testing/harness.ts';
import { recordAudit } from './audit.ts';
import { guard } from './guard.ts';
import { newId } from './new-id.ts';
import { claimOnce } from './once.ts';

const harness = await startHarness();

test('the guard refuses nobody and the wrong role, and mints a scope for the right one', () => {
  expect(() => guard(harness.ctxAs(null), 'plan.read')).toThrow('signed out');
  expect(() => guard(harness.ctxAs(harness.people.partner), 'plan.create')).toThrow(
    'Your role does not include this',
  );
  expect(guard(harness.ctxAs(harness.people.lead), 'plan.create').userName).toBe('Programme Lead');
});

test('an intent claimed twice in parallel has one winner, and both learn the same id', async () => {
  const scope = guard(harness.ctxAs(harness.people.lead), 'plan.create');
  const claim = async () => {
    const entityId = newId();
    const prior = await inTransaction(harness.db, (tx) =>
      claimOnce(tx, scope, { key: 'one-intent', operation: 'test', entityId }),
    );
    return prior ?? entityId;
  };
  const ids = await Promise.all(Array.from({ length: 8 }, claim));
  expect(new Set(ids).size).toBe(1);
});

test('an audit row cannot be changed or deleted by the serving role', async () => {
  const scope = guard(harness.ctxAs(harness.people.lead), 'plan.create');
  await inTransaction(harness.db, (tx) =>
    recordAudit(tx, scope, {
      action: 'test',
      entityType: 'PLAN',
      entityId: newId(),
      planId: null,
      after: { a: 1 },
    }),
  );
  await expect(harness.db.auditEvent.updateMany({ data: { action: 'forged' } })).rejects.toThrow();
  await expect(harness.db.auditEvent.deleteMany()).rejects.toThrow();
  await expect(harness.db.$executeRaw`TRUNCATE "audit_event" CASCADE`).rejects.toThrow();
});
