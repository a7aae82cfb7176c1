import type { Problem } from '@gt/contracts/words';
import { problemFrom } from '../core/problem.ts';

/** The problem a refused call carries, as the client would read it; fails when the call succeeds. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    return problemFrom(error, 'test');
  }
  throw new Error('the call was expected to be refused');
}
