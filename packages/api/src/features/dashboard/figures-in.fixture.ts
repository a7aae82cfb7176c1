import type { PositionFigure, PositionOut } from '@gt/contracts/schemas';
import { expect } from 'vitest';
import type { Caller } from '../../testing/harness.ts';

/** Every figure of a position, wherever it stands. */
export function figuresIn(position: PositionOut): PositionFigure[] {
  const found: PositionFigure[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('key' in value && 'filter' in value && 'value' in value) found.push(value as PositionFigure);
    else for (const part of Object.values(value)) look(part);
  };
  look(position);
  return found;
}

/** Every figure opens a list of exactly so many rows: the promise of the page. */
export async function expectLists(caller: Pick<Caller, 'actions'>, position: PositionOut): Promise<void> {
  const figures = figuresIn(position);
  expect(figures.length).toBeGreaterThan(30);
  for (const { key, value, filter } of figures) {
    const { planId } = position;
    const { total } = await caller.actions.list({ planId, filter, page: { limit: 1 } });
    expect([key, value]).toEqual([key, total]);
  }
}
