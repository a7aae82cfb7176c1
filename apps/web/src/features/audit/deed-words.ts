/** What each use-case did, as it follows a person's name: "Programme Lead moved the due date". */
const DEEDS: Record<string, string> = {
  'action.assign': 'changed who does the action',
  'action.changeDueDate': 'set the due date',
  'action.changeStatus': 'changed the status',
  'action.close': 'closed the action',
  'action.create': 'added the action',
  'action.declareRag': 'declared a rating',
  'action.edit': 'changed the action',
  'action.remove': 'moved the action to the recycle bin',
  'action.restore': 'took the action out of the recycle bin',
  'clock.restart': 'started the clock again',
  'clock.start': 'started a statutory clock',
  'clock.submit': 'recorded the plan as submitted',
  'evidence.accept': 'accepted evidence',
  'evidence.addVersion': 'added a version of evidence',
  'evidence.check': 'checked evidence',
  'evidence.create': 'added evidence',
  'evidence.edit': 'changed evidence',
  'evidence.link': 'linked evidence',
  'evidence.return': 'returned evidence',
  'evidence.unlink': 'unlinked evidence',
  'evidence.upload': 'added evidence',
  'evidence.withdraw': 'withdrew evidence',
  'import.confirm': 'began a plan from an imported report',
  'import.read': 'imported a report',
  'inspection.create': 'recorded the inspection',
  'inspection.edit': 'changed the inspection',
  'installation.setUp': 'set up this installation',
  'person.changePassword': 'changed their password',
  'person.deactivate': 'deactivated the account',
  'person.edit': 'changed the account',
  'person.invite': 'invited',
  'person.join': 'joined by invitation',
  'person.reactivate': 'made the account active again',
  'person.resetLink': 'made a link for a new password',
  'person.resetPassword': 'chose a new password by link',
  'person.revokeInvitation': 'withdrew the link',
  'plan.create': 'began the plan',
  'plan.edit': 'changed the plan',
  'post.create': 'made the post',
  'post.edit': 'changed the post',
  'post.setHolder': 'handed over the post',
  'recommendation.create': 'added the recommendation',
  'recommendation.edit': 'changed the recommendation',
  'redaction.destroy': 'agreed, and destroyed words of',
  'redaction.refuse': 'refused to destroy words of',
  'redaction.request': 'asked to destroy words of',
  'session.signIn': 'signed in',
  'session.signInFailed': 'could not sign in: wrong password',
  'session.signOut': 'signed out',
  'team.create': 'made the team',
  'team.edit': 'changed the team',
  'update.create': 'posted an update',
};

/** "post.setHolder" → "handed over the post"; an unknown deed is spelt out rather than hidden. */
export function deedWords(action: string): string {
  const known = DEEDS[action];
  if (known) return known;
  const [what = '', verb = ''] = action.split('.');
  const spelt = verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return verb === '' ? what : `${what}: ${spelt}`;
}

/** The kinds of record that the history can be narrowed to. */
export const ENTITY_TYPES = {
  actions: ['ACTION', 'PROGRESS_UPDATE'],
  evidence: ['EVIDENCE', 'EVIDENCE_VERSION'],
  plan: ['PLAN', 'INSPECTION', 'STATUTORY_CLOCK', 'RECOMMENDATION', 'IMPORT_RUN'],
  packs: ['PACK'],
  people: ['USER', 'INVITATION'],
  teams: ['TEAM', 'POST'],
  redactions: ['REDACTION'],
} as const;
export type RecordKind = keyof typeof ENTITY_TYPES;
export const RECORD_KINDS = Object.keys(ENTITY_TYPES) as RecordKind[];

export const RECORD_KIND_LABELS: Record<RecordKind, string> = {
  actions: 'Actions and updates',
  evidence: 'Evidence',
  plan: 'Plans, recommendations, clocks',
  packs: 'Packs',
  people: 'People and sign-in',
  teams: 'Teams and posts',
  redactions: 'What was destroyed',
};
