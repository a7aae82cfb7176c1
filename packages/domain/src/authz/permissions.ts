import type { Role } from '@gt/contracts/words';

/**
 * Every permission of the product, and the roles that hold it. Authorisation is declared here and
 * nowhere else: the api enforces it, the web hides and explains with the same table.
 * Source: the rights table of the product brief. Separation of duties is by record (see `record-rules.ts`).
 */
export const PERMISSION_ROLES = {
  'plan.list': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER'],
  'plan.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  'plan.create': ['PROGRAMME_LEAD'],
  'plan.edit': ['PROGRAMME_LEAD'],
  /** Bringing a workbook into a plan, undoing it, and the file as it came. */
  'workbook.import': ['PROGRAMME_LEAD'],
  'clock.submit': ['PROGRAMME_LEAD'],
  'recommendation.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  'recommendation.edit': ['PROGRAMME_LEAD'],
  /** Closing, checking whether it lasts, opening again; never by whoever answers for it. */
  'recommendation.close': ['PROGRAMME_LEAD', 'VERIFIER'],
  /** Lines of enquiry, and what answers them. */
  'enquiry.edit': ['PROGRAMME_LEAD', 'VERIFIER'],
  'action.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER'],
  'action.create': ['PROGRAMME_LEAD', 'MANAGER'],
  'action.edit': ['PROGRAMME_LEAD', 'MANAGER'],
  'action.assign': ['PROGRAMME_LEAD', 'MANAGER'],
  'action.setDueDate': ['PROGRAMME_LEAD'],
  'action.changeStatus': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER'],
  'action.close': ['PROGRAMME_LEAD', 'VERIFIER'],
  'action.delete': ['PROGRAMME_LEAD'],
  /** Milestones and what must come first. */
  'action.plan': ['PROGRAMME_LEAD', 'MANAGER'],
  /** Ticking off a milestone, and saying why the colours differ. */
  'action.report': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER'],
  /** Taking on what a team was given, or asking back. */
  'action.accept': ['PROGRAMME_LEAD', 'MANAGER', 'PARTNER'],
  'action.requestDueDate': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER'],
  'action.move': ['PROGRAMME_LEAD'],
  'action.markForReview': ['PROGRAMME_LEAD', 'MANAGER', 'VERIFIER'],
  'action.comment': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER'],
  'action.follow': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER'],
  'view.save': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER'],
  'view.share': ['PROGRAMME_LEAD', 'MANAGER', 'VERIFIER'],
  'workload.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  'measure.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  'measure.edit': ['PROGRAMME_LEAD', 'MANAGER'],
  'measure.enter': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR'],
  /** Saying something of a figure. */
  'measure.comment': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER'],
  'update.create': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER'],
  /** A word to those who have not updated yet. */
  'update.nudge': ['PROGRAMME_LEAD', 'MANAGER'],
  /** Links by which a partner without an account updates its own actions. */
  'updateLink.manage': ['PROGRAMME_LEAD', 'MANAGER'],
  'review.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  /** Preparing, opening, attendance, decisions and freezing; a manager only for reviews of their own teams. */
  'review.run': ['PROGRAMME_LEAD', 'MANAGER'],
  /** Driving an open review that was handed over to one. */
  'review.chair': ['PROGRAMME_LEAD', 'MANAGER', 'VIEWER'],
  'report.read': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  'report.edit': ['PROGRAMME_LEAD'],
  'report.issue': ['PROGRAMME_LEAD'],
  /** How new papers are laid out, and the logo at their head: of the whole installation. */
  'report.template': ['PROGRAMME_LEAD', 'ADMINISTRATOR'],
  'evidence.list': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER'],
  'evidence.download': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER'],
  'evidence.upload': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER'],
  'evidence.check': ['PROGRAMME_LEAD', 'VERIFIER'],
  /** Asking a post for evidence by a date; a manager asks posts of their own teams. */
  'evidence.ask': ['PROGRAMME_LEAD', 'MANAGER', 'VERIFIER'],
  'pack.read': ['PROGRAMME_LEAD'],
  'pack.build': ['PROGRAMME_LEAD'],
  /** Rooms in which an inspector reads a pack: opened, watched and closed. */
  'room.manage': ['PROGRAMME_LEAD'],
  'team.read': ['ADMINISTRATOR', 'PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'VERIFIER', 'VIEWER'],
  'team.edit': ['ADMINISTRATOR'],
  'people.read': ['ADMINISTRATOR'],
  'people.edit': ['ADMINISTRATOR'],
  'settings.edit': ['ADMINISTRATOR'],
  'audit.read': ['ADMINISTRATOR', 'PROGRAMME_LEAD'],
  'redaction.request': ['PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER'],
  /** Deciders see every request; others what became of their own. */
  'redaction.read': ['ADMINISTRATOR', 'PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER'],
  'redaction.decide': ['PROGRAMME_LEAD', 'VERIFIER', 'ADMINISTRATOR'],
  /** One's own account, session and drafts: anybody who is signed in. */
  'account.self': [
    'ADMINISTRATOR',
    'PROGRAMME_LEAD',
    'MANAGER',
    'CONTRIBUTOR',
    'PARTNER',
    'VERIFIER',
    'VIEWER',
  ],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSION_ROLES;

/** Routes that anybody may call before signing in carry this word instead of a permission. */
export const PUBLIC = 'public';

/** True when one of the roles holds the permission; says nothing about a particular record. */
export function holds(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSION_ROLES[permission];
  return roles.some((role) => allowed.includes(role));
}
