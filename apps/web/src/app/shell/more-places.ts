import type { Role } from '@gt/contracts/words';
import { holds, type Permission } from '@gt/domain/authz';
import { paths } from '../../lib/paths.ts';

/** A place that the rail has no room for. */
export type MorePlace = { to: string; ofPlan: boolean; label: string; says: string; permission: Permission };

const PLACES: readonly MorePlace[] = [
  {
    to: paths.recommendations,
    ofPlan: true,
    label: 'Recommendations',
    says: 'What the inspection said, item by item, with its thread.',
    permission: 'recommendation.read',
  },
  {
    to: paths.lineage,
    ofPlan: true,
    label: 'Lineage',
    says: 'What was raised before: earlier inspections, and the themes that carried over.',
    permission: 'recommendation.read',
  },
  {
    to: paths.planDates,
    ofPlan: true,
    label: 'Dates asked for',
    says: 'Other due dates that somebody asks for, and the answers.',
    permission: 'action.requestDueDate',
  },
  {
    to: paths.planChallenge,
    ofPlan: true,
    label: 'Colours to challenge',
    says: 'Where the declared colour differs from the rule, and why.',
    permission: 'action.read',
  },
  {
    to: paths.updateLinks,
    ofPlan: true,
    label: 'Links for partners',
    says: 'Updates from partner agencies without an account.',
    permission: 'updateLink.manage',
  },
  {
    to: paths.workbooks,
    ofPlan: true,
    label: 'Bring in a workbook',
    says: 'The plan as you keep it in Excel, row by row, and undone at once.',
    permission: 'workbook.import',
  },
  {
    to: paths.planSettings,
    ofPlan: true,
    label: 'How the plan is run',
    says: 'When colours turn, whose word a date needs, reviews and boards.',
    permission: 'plan.edit',
  },
  {
    to: paths.planBin,
    ofPlan: true,
    label: 'Recycle bin',
    says: 'What was removed from the plan, by whom and why.',
    permission: 'action.delete',
  },
  {
    to: paths.reviews,
    ofPlan: true,
    label: 'Review',
    says: 'The weekly meeting: prepared, held and frozen.',
    permission: 'review.read',
  },
  {
    to: paths.calendar,
    ofPlan: true,
    label: 'Calendar',
    says: 'Reviews, boards, visits, approval gates and due dates by day.',
    permission: 'action.read',
  },
  {
    to: paths.movement,
    ofPlan: true,
    label: 'Movement',
    says: 'What moved between any two snapshots of the plan.',
    permission: 'review.read',
  },
  {
    to: paths.reports,
    ofPlan: true,
    label: 'Reports',
    says: 'Minutes, board reports and the statement of action.',
    permission: 'report.read',
  },
  {
    to: paths.readiness,
    ofPlan: true,
    label: 'Readiness',
    says: 'Whether the evidence is enough, and what is missing where.',
    permission: 'recommendation.read',
  },
  {
    to: paths.enquiries,
    ofPlan: true,
    label: 'Lines of enquiry',
    says: 'What inspectors ask, with the best evidence for each.',
    permission: 'recommendation.read',
  },
  {
    to: paths.packs,
    ofPlan: true,
    label: 'Packs',
    says: 'Evidence packs for re-inspection.',
    permission: 'pack.read',
  },
  {
    to: paths.reportTemplates,
    ofPlan: false,
    label: 'Templates of papers',
    says: 'How reports and statements are laid out, and the logo.',
    permission: 'report.template',
  },
  {
    to: paths.teams,
    ofPlan: false,
    label: 'Teams',
    says: 'Teams, partner agencies and posts.',
    permission: 'team.read',
  },
  {
    to: paths.newPlan,
    ofPlan: false,
    label: 'Import an inspection report',
    says: 'Begin another plan from a published report.',
    permission: 'plan.create',
  },
  {
    to: paths.allRedactions,
    ofPlan: false,
    label: 'Words and files to destroy',
    says: 'What must not be here: two people, a reason.',
    permission: 'redaction.read',
  },
  {
    to: paths.people,
    ofPlan: false,
    label: 'People',
    says: 'Accounts, roles and invitations.',
    permission: 'people.read',
  },
  {
    to: paths.audit,
    ofPlan: false,
    label: 'History',
    says: 'Who changed what, and when.',
    permission: 'audit.read',
  },
  {
    to: paths.account,
    ofPlan: false,
    label: 'Your account',
    says: 'What your roles may do, password, colours.',
    permission: 'account.self',
  },
];

/** The places beyond the rail that this person may enter; those of a plan only where there is one. */
export function morePlacesFor(roles: readonly Role[], hasPlan: boolean): readonly MorePlace[] {
  return PLACES.filter((place) => holds(roles, place.permission) && (!place.ofPlan || hasPlan));
}
