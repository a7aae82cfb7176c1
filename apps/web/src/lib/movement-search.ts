import { MOVEMENT_KINDS, type MovementKind } from '@gt/contracts/words';
import { oneOf, text } from './search-params.ts';

/** Two snapshots and what of their movement is shown, as they stand in the address; the last two when absent. */
export type MovementSearch = {
  from?: string;
  to?: string;
  /** By recommendation when absent. */
  by?: 'team';
  show?: MovementKind;
  recommendation?: string;
  team?: string;
};

export function readMovementSearch(search: Record<string, unknown>): MovementSearch {
  return {
    from: text(search.from),
    to: text(search.to),
    by: oneOf(['team'], search.by),
    show: oneOf(MOVEMENT_KINDS, search.show),
    recommendation: text(search.recommendation),
    team: text(search.team),
  };
}
