import { countOf } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import classes from './filter-bar.module.css';
import { FIELD_PARAMS, FILTERS } from './filter-definitions.ts';
import { strangeOrder } from './list-input.ts';
import type { ActionFilters } from './queries.ts';
import { readFilters, withoutStrange, writeField } from './read-filters.ts';

type StaleFiltersProps = {
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  stale: readonly string[] | undefined;
  onChange: (patch: PlanActionsSearch) => void;
};

/** The address without the ids that no list of names holds. */
function withoutGone(search: PlanActionsSearch, names: ActionFilters): PlanActionsSearch {
  const { filters } = readFilters(search);
  const there = new Set(
    [names.teams, names.posts, names.people, names.recommendations, names.inspections]
      .flat()
      .map((item) => item.id),
  );
  const patch: PlanActionsSearch = {};
  for (const param of FIELD_PARAMS) {
    const value = filters[param];
    if (FILTERS[param].kind !== 'records' || !value?.values?.some((id) => !there.has(id))) continue;
    patch[param] = writeField({ ...value, values: value.values.filter((id) => there.has(id)) });
  }
  return patch;
}

/** What an old link asks for and cannot be had: told in a sentence each, with the way to be rid of it. */
export function StaleFilters({ search, names, stale = [], onChange }: StaleFiltersProps) {
  const notUnderstood = [...readFilters(search).notUnderstood, ...strangeOrder(search)];
  if (notUnderstood.length === 0 && stale.length === 0) return null;
  const many = notUnderstood.length !== 1;
  return (
    <div role="status" className={classes.stale}>
      {notUnderstood.length > 0 ? (
        <p className={classes.sentence}>
          {countOf(notUnderstood.length, 'part', 'parts')} of this link {many ? 'were' : 'was'} not understood
          and {many ? 'are' : 'is'} left out: {notUnderstood.map(({ said }) => said).join('; ')}.{' '}
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => onChange(withoutStrange(search, notUnderstood))}
          >
            Remove {many ? 'them' : 'it'}
          </Button>
        </p>
      ) : null}
      {stale.length > 0 ? (
        <p className={classes.sentence}>
          {stale.join(' ')}{' '}
          {names ? (
            <Button variant="default" size="compact-xs" onClick={() => onChange(withoutGone(search, names))}>
              Remove what is gone
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
