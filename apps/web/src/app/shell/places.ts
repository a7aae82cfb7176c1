import type { Role } from '@gt/contracts/words';
import { holds, type Permission } from '@gt/domain/authz';
import {
  IconCalendarWeek,
  IconChartLine,
  IconClipboardCheck,
  IconCompass,
  IconDots,
  IconFileCheck,
  IconListDetails,
  IconPackage,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import { paths } from '../../lib/paths.ts';

export type Place = {
  label: string;
  icon: TablerIcon;
  to: (typeof paths)[keyof typeof paths];
  /** Lives inside a plan: its address needs one. */
  ofPlan: boolean;
  permission: Permission;
  /** Other addresses that belong here: they show this place as the one where the person is. */
  covers?: readonly (typeof paths)[keyof typeof paths][];
  /** Stays in the bottom bar of a phone; the others are reached through More. */
  onPhone: boolean;
};

const PLACES: readonly Place[] = [
  {
    label: 'Position',
    icon: IconCompass,
    to: paths.position,
    ofPlan: true,
    permission: 'plan.read',
    onPhone: true,
  },
  {
    label: 'Plan',
    icon: IconListDetails,
    to: paths.planActions,
    ofPlan: true,
    permission: 'action.read',
    covers: [paths.recommendations, paths.lineage, paths.workload],
    onPhone: true,
  },
  {
    label: 'My week',
    icon: IconCalendarWeek,
    to: paths.myWeek,
    ofPlan: false,
    permission: 'action.read',
    onPhone: true,
  },
  {
    label: 'Review',
    icon: IconClipboardCheck,
    to: paths.reviews,
    ofPlan: true,
    permission: 'review.read',
    covers: [paths.calendar, paths.movement, paths.reports],
    onPhone: false,
  },
  {
    label: 'Evidence',
    icon: IconFileCheck,
    to: paths.evidence,
    ofPlan: true,
    permission: 'evidence.list',
    onPhone: true,
  },
  {
    label: 'Measures',
    icon: IconChartLine,
    to: paths.measures,
    ofPlan: true,
    permission: 'measure.read',
    onPhone: false,
  },
  {
    label: 'Packs',
    icon: IconPackage,
    to: paths.packs,
    ofPlan: true,
    permission: 'pack.read',
    covers: [paths.readiness, paths.enquiries, paths.packCheck, paths.rooms],
    onPhone: false,
  },
  {
    label: 'Teams',
    icon: IconUsersGroup,
    to: paths.teams,
    ofPlan: false,
    permission: 'team.read',
    onPhone: false,
  },
  {
    label: 'People',
    icon: IconUsers,
    to: paths.people,
    ofPlan: false,
    permission: 'people.read',
    onPhone: false,
  },
  { label: 'More', icon: IconDots, to: paths.more, ofPlan: false, permission: 'account.self', onPhone: true },
];

/** The places of the rail that this person may enter. */
export function placesFor(roles: readonly Role[]): readonly Place[] {
  return PLACES.filter((place) => holds(roles, place.permission));
}
