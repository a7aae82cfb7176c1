import { type IsoDate, isIsoDate } from '@gt/contracts/words';

/** The day that the position is told of: that of the last snapshot then or before; now when absent. */
export type PositionSearch = { at?: IsoDate };

export function readPositionSearch({ at }: Record<string, unknown>): PositionSearch {
  return { at: typeof at === 'string' && isIsoDate(at) ? at : undefined };
}
