import { holds } from '@gt/domain/authz';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCurrentPlanId, usePlans } from '../../features/plans/public.tsx';
import { paths } from '../../lib/paths.ts';
import { recentPlaces } from '../../lib/recent-places.ts';
import { useUser } from '../../lib/session.ts';
import { useCommandsNow } from '../../lib/shortcuts.ts';
import { trpc } from '../../lib/trpc.ts';
import { morePlacesFor } from './more-places.ts';
import { commandEntries, type PaletteEntry, recentEntries } from './palette-entries.ts';

/** The heading of places. */
const GO = 'Go to';

/** What the palette offers before and beside a search: commands, places lately visited, plans, teams, people. */
export function usePaletteEntries(): PaletteEntry[] {
  const navigate = useNavigate();
  const router = useRouter();
  const { roles } = useUser();
  const planId = useCurrentPlanId();
  const { data: plans = [] } = usePlans();
  const { data: names } = useQuery({
    ...trpc.actions.filters.queryOptions({ planId: planId ?? '' }, { staleTime: 60_000 }),
    enabled: planId !== undefined && holds(roles, 'action.read'),
  });
  const commands = useCommandsNow();
  const moreOf = morePlacesFor(roles, planId !== undefined).filter(
    ({ label }) => !commands.some(({ says, group }) => group === GO && says === label),
  );
  const others = plans.length > 1 ? plans : [];
  const actionsOf = (search: { team?: string; owner?: string }) => () =>
    void navigate({ to: paths.planActions, params: { planId: planId ?? '' }, search });
  return [
    ...commandEntries(commands),
    ...moreOf.map(({ to, label, says }) => ({
      key: `${GO}: ${label}`,
      group: GO,
      words: label,
      note: says,
      run: () => void navigate({ to: to as typeof paths.position, params: { planId: planId ?? '' } }),
    })),
    ...recentEntries(recentPlaces(), router.state.location.href, (href) => void navigate({ href })),
    ...others.map(({ id, name }) => ({
      key: `plan: ${id}`,
      group: 'Plans',
      words: name,
      run: () => void navigate({ to: paths.position, params: { planId: id } }),
    })),
    ...(names?.teams ?? []).map(({ id, name }) => ({
      key: `TEAM: ${id}`,
      group: 'Actions of a team',
      words: name,
      run: actionsOf({ team: id }),
    })),
    ...(names?.posts ?? []).map(({ id, title }) => ({
      key: `POST: ${id}`,
      group: 'Actions of a post',
      words: title,
      run: actionsOf({ owner: id }),
    })),
  ];
}
