import type { RouterOutputs } from '@gt/api/types';
import { holds } from '@gt/domain/authz';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { usePlans } from '../../features/plans/public.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { trpc } from '../../lib/trpc.ts';
import type { PaletteEntry } from './palette-entries.ts';
import { useOpenAction } from './use-open-action.ts';

export type Found = RouterOutputs['actions']['search']['items'][number];

/** Fewer letters than this find half the plan. */
const LEAST_LETTERS = 2;

const HEADINGS: Record<Found['kind'], string> = {
  ACTION: 'Actions',
  RECOMMENDATION: 'Recommendations',
  EVIDENCE: 'Evidence',
  MEASURE: 'Measures',
  TEAM: 'Actions of a team',
  POST: 'Actions of a post',
  PERSON: 'Actions of a person',
};

/** Where each kind of record is opened. */
export function useOpenFound(planId: string | undefined): (item: Found) => void {
  const navigate = useNavigate();
  const openAction = useOpenAction(planId);
  return useCallback(
    (item) => {
      const { kind, id } = item;
      const params = { planId: item.planId ?? planId ?? '' };
      const list = (search: { team?: string; owner?: string; person?: string }) =>
        void navigate({ to: paths.planActions, params, search });
      if (kind === 'ACTION' && params.planId !== planId) {
        void navigate({ to: paths.action, params: { ...params, actionId: id } });
      } else if (kind === 'ACTION') openAction(id);
      else if (kind === 'EVIDENCE') void navigate({ to: paths.evidence, params, search: { open: id } });
      else if (kind === 'MEASURE') void navigate({ to: paths.measures, params, search: { open: id } });
      else if (kind === 'RECOMMENDATION') {
        void navigate({ to: paths.recommendation, params: { ...params, recommendationId: id } });
      } else if (kind === 'TEAM') list({ team: id });
      else if (kind === 'POST') list({ owner: id });
      else if (kind === 'PERSON') list({ person: id });
    },
    [navigate, openAction, planId],
  );
}

/** What the server finds for typed words; `isLooking` until it has answered. */
export function useSearchEntries(
  planId: string | undefined,
  words: string,
): { found: PaletteEntry[]; isLooking: boolean; error: unknown } {
  const { roles } = useUser();
  const open = useOpenFound(planId);
  const enabled = planId !== undefined && words.length >= LEAST_LETTERS && holds(roles, 'action.read');
  const { data, isFetching, error } = useQuery({
    ...trpc.actions.search.queryOptions({ planId, q: words }),
    enabled,
    placeholderData: (before) => before,
  });
  const others = useOtherPlans(planId, words, enabled);
  const own = (enabled ? (data?.items ?? []) : []).map((item) => ({
    key: `${item.kind}: ${item.id}`,
    group: HEADINGS[item.kind],
    words: `${item.reference} ${item.title}`.trim(),
    note: item.about,
    run: () => open(item),
  }));
  const elsewhere = others.map(({ item, planName }) => ({
    key: `${item.kind}: ${item.id}`,
    group: 'In other plans',
    words: `${item.reference} ${item.title}`.trim(),
    note: [planName, item.about].filter(Boolean).join(', '),
    run: () => open(item),
  }));
  const found = [...own, ...elsewhere];
  return { found, isLooking: enabled && isFetching, error };
}

/** What the same words find in other plans, each with its plan's name; asked only where there are several. */
function useOtherPlans(planId: string | undefined, words: string, enabled: boolean) {
  const { data: plans = [] } = usePlans();
  const isOn = enabled && plans.length > 1;
  const { data } = useQuery({
    ...trpc.actions.search.queryOptions({ q: words }),
    enabled: isOn,
    placeholderData: (before) => before,
  });
  if (!isOn) return [];
  const nameOf = new Map(plans.map(({ id, name }) => [id, name]));
  return (data?.items ?? []).flatMap((item) => {
    const planName = item.planId === null || item.planId === planId ? undefined : nameOf.get(item.planId);
    return planName === undefined ? [] : [{ item, planName }];
  });
}
