import { ITEM_CATEGORIES, ITEM_CATEGORY_LABELS, type ItemCategory } from '@gt/contracts/words';
import { inspectionWords } from '@gt/domain/inspection';
import { Group, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths, signedIn } from '../../lib/paths.ts';
import type { RecommendationRow } from './queries.ts';
import classes from './recommendations-page.module.css';

/** The rows of the inspection and of the kind that stand in the address. */
export function useNarrowed(rows: readonly RecommendationRow[] | undefined) {
  const { inspection, category } = useSearch({ from: signedIn(paths.recommendations) });
  return rows?.filter(
    (row) => (!inspection || row.inspection?.id === inspection) && (!category || row.category === category),
  );
}

/** By inspection, and by what the report calls an item; asked only where there is something to choose. */
export function RecommendationFilter({
  planId,
  rows,
}: {
  planId: string;
  rows: readonly RecommendationRow[];
}) {
  const search = useSearch({ from: signedIn(paths.recommendations) });
  const navigate = useNavigate();
  const inspections = new Map(rows.flatMap(({ inspection: of }) => (of ? [[of.id, of] as const] : [])));
  const categories = ITEM_CATEGORIES.filter((one) => rows.some(({ category }) => category === one));
  if (inspections.size < 2 && categories.length === 0) return null;
  const go = (patch: { inspection?: string | undefined; category?: ItemCategory | undefined }) =>
    void navigate({
      to: paths.recommendations,
      params: { planId },
      search: { ...search, ...patch },
      replace: true,
    });
  return (
    <Group gap="md" align="end" className={`${classes.filter} gt-screen-only`}>
      {inspections.size > 1 ? (
        <NativeSelect
          label="Inspection"
          data={[
            { value: '', label: 'All inspections' },
            ...[...inspections.values()].map((one) => ({ value: one.id, label: inspectionWords(one) })),
          ]}
          value={search.inspection ?? ''}
          onChange={({ currentTarget }) => go({ inspection: currentTarget.value || undefined })}
        />
      ) : null}
      {categories.length > 0 ? (
        <NativeSelect
          label="What the report calls it"
          data={[
            { value: '', label: 'All' },
            ...categories.map((value) => ({ value, label: ITEM_CATEGORY_LABELS[value] })),
          ]}
          value={search.category ?? ''}
          onChange={({ currentTarget }) =>
            go({ category: categories.find((one) => one === currentTarget.value) })
          }
        />
      ) : null}
    </Group>
  );
}
