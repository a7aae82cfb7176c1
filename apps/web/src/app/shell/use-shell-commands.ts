import { holds } from '@gt/domain/authz';
import { useNavigate } from '@tanstack/react-router';
import { useCurrentPlanId } from '../../features/plans/public.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { type Command, useCommands } from '../../lib/shortcuts.ts';
import { placesFor } from './places.ts';

/** The second key after "g" for each place of the rail; others are reached through the palette. */
const KEYS: Partial<Record<string, string>> = {
  [paths.position]: 'g p',
  [paths.planActions]: 'g a',
  [paths.myWeek]: 'g w',
  [paths.reviews]: 'g v',
  [paths.evidence]: 'g e',
  [paths.measures]: 'g s',
  [paths.packs]: 'g k',
  [paths.teams]: 'g t',
  [paths.people]: 'g o',
  [paths.more]: 'g m',
};
const GO = 'Go to';

type ShellCommands = { onKeys: () => void; onNewAction: (() => void) | undefined };

function focusFind(): void {
  document.querySelector<HTMLElement>('[data-find]')?.focus();
}

/** What can be done from every page: go to a place, find, begin something new. */
export function useShellCommands({ onKeys, onNewAction }: ShellCommands): void {
  const navigate = useNavigate();
  const { roles } = useUser();
  const planId = useCurrentPlanId();
  const goTo = (to: string) => () =>
    void navigate({ to: to as typeof paths.position, params: { planId: planId ?? '' } });
  const places = placesFor(roles)
    .filter(({ ofPlan }) => !ofPlan || planId)
    .map(({ label, to }): Command => ({ says: label, keys: KEYS[to], group: GO, run: goTo(to) }));
  const more: Command[] = [];
  if (planId && holds(roles, 'recommendation.read')) {
    more.push({ says: 'Recommendations', keys: 'g r', group: GO, run: goTo(paths.recommendations) });
  }
  if (planId && holds(roles, 'workload.read')) {
    more.push({ says: 'Workload', keys: 'g l', group: GO, run: goTo(paths.workload) });
  }
  if (holds(roles, 'audit.read'))
    more.push({ says: 'History', keys: 'g h', group: GO, run: goTo(paths.audit) });
  more.push({ says: 'Inbox', keys: 'g i', group: GO, run: goTo(paths.inbox) });
  const begin: Command[] = [];
  if (onNewAction) begin.push({ says: 'Add an action', keys: 'n', group: 'Create', run: onNewAction });
  if (holds(roles, 'plan.create')) {
    begin.push({ says: 'Add a plan from an inspection report', group: 'Create', run: goTo(paths.newPlan) });
  }
  useCommands([
    ...begin,
    ...places,
    ...more,
    { says: 'Find in this list', keys: '/', group: 'Anywhere', run: focusFind, onlyKeys: true },
    { says: 'Show the keys of this screen', keys: '?', group: 'Anywhere', run: onKeys },
  ]);
}
