import type { Scenario } from '../load-scenario.ts';
export function manyActions(_count: number): Scenario {
  return async () => undefined;
}
