import type { Role, TeamKind } from '@gt/contracts/words';

/** Teams of the made-up trust, and the agencies it works with. */
export const TEAMS = {
  EARLY_HELP: { name: 'Early Help Partnerships', kind: 'INTERNAL' },
  FOSTERING: { name: 'Fostering', kind: 'INTERNAL' },
  PERMANENCE: { name: 'Permanence and Adoption', kind: 'INTERNAL' },
  COURTS: { name: 'Courts and Legal', kind: 'INTERNAL' },
  QUALITY: { name: 'Quality Assurance', kind: 'INTERNAL' },
  VIRTUAL_SCHOOL: { name: 'Virtual School', kind: 'INTERNAL' },
  POLICE: { name: 'Police', kind: 'PARTNER_AGENCY' },
  HEALTH: { name: 'Health', kind: 'PARTNER_AGENCY' },
  SCHOOLS: { name: 'Schools', kind: 'PARTNER_AGENCY' },
} as const satisfies Record<string, { name: string; kind: TeamKind }>;
export type TeamKey = keyof typeof TEAMS;

export const POSTS = {
  HEAD_OF_EARLY_HELP: { title: 'Head of Early Help Partnerships', team: 'EARLY_HELP' },
  EXPLOITATION: { title: 'Exploitation Coordinator', team: 'EARLY_HELP' },
  HEAD_OF_FOSTERING: { title: 'Head of Fostering', team: 'FOSTERING' },
  FOSTERING_RECRUITMENT: { title: 'Fostering Recruitment Officer', team: 'FOSTERING' },
  FOSTERING_SUPERVISION: { title: 'Fostering Supervision Manager', team: 'FOSTERING' },
  HEAD_OF_PERMANENCE: { title: 'Head of Permanence', team: 'PERMANENCE' },
  ADOPTION: { title: 'Adoption Team Manager', team: 'PERMANENCE' },
  HEAD_OF_COURTS: { title: 'Head of Courts and Legal', team: 'COURTS' },
  AUDIT: { title: 'Audit Manager', team: 'QUALITY' },
  QUALITY_LEAD: { title: 'Quality Assurance Lead', team: 'QUALITY' },
  VIRTUAL_SCHOOL_HEAD: { title: 'Virtual School Head', team: 'VIRTUAL_SCHOOL' },
  EDUCATION_PROGRESS: { title: 'Education Progress Officer', team: 'VIRTUAL_SCHOOL' },
  POLICE_LEAD: { title: 'Police Partnership Lead', team: 'POLICE' },
  HEALTH_LEAD: { title: 'Health Partnership Lead', team: 'HEALTH' },
  SCHOOLS_LEAD: { title: 'Schools Partnership Lead', team: 'SCHOOLS' },
} as const satisfies Record<string, { title: string; team: TeamKey }>;
export type PostKey = keyof typeof POSTS;

export type AccountFacts = {
  /** Accounts are posts, never people. */
  name: string;
  roles: readonly Role[];
  teams?: readonly TeamKey[];
  post?: PostKey;
  /** Working days ago on which the account was made and the post taken up; 46 when not given. */
  joined?: number;
  /** The post was taken up so many calendar days ago, before the product came. */
  since?: number;
  /** Working days ago on which the account was closed. */
  left?: number;
  note?: string;
};

/** Made in this order, which is also the order in which they are printed at the start. */
export const ACCOUNTS = {
  lead: { name: 'Programme Lead', roles: ['PROGRAMME_LEAD'] },
  administrator: { name: 'Administrator', roles: ['ADMINISTRATOR'] },
  fostering: {
    name: 'Head of Fostering, holder 1',
    roles: ['MANAGER'],
    teams: ['FOSTERING'],
    post: 'HEAD_OF_FOSTERING',
    since: -640,
  },
  quality: {
    name: 'Quality Assurance Lead, holder 1',
    roles: ['VERIFIER'],
    teams: ['QUALITY'],
    post: 'QUALITY_LEAD',
    since: -410,
  },
  police: {
    name: 'Police Partnership Lead, holder 1',
    roles: ['PARTNER'],
    teams: ['POLICE'],
    post: 'POLICE_LEAD',
    since: -300,
  },
  recruitment: {
    name: 'Fostering Recruitment Officer, holder 1',
    roles: ['CONTRIBUTOR'],
    teams: ['FOSTERING'],
    post: 'FOSTERING_RECRUITMENT',
    since: -220,
  },
  chair: { name: 'Improvement Board Chair, holder 1', roles: ['VIEWER'] },
  earlyHelp: {
    name: 'Head of Early Help Partnerships, holder 1',
    roles: ['MANAGER'],
    teams: ['EARLY_HELP'],
    post: 'HEAD_OF_EARLY_HELP',
    since: -520,
  },
  formerPermanence: {
    name: 'Head of Permanence, holder 1',
    roles: ['MANAGER'],
    teams: ['PERMANENCE'],
    post: 'HEAD_OF_PERMANENCE',
    since: -900,
    left: 21,
  },
  courts: {
    name: 'Head of Courts and Legal, holder 1',
    roles: ['MANAGER'],
    teams: ['COURTS'],
    post: 'HEAD_OF_COURTS',
    since: -365,
  },
  virtualSchool: {
    name: 'Virtual School Head, holder 1',
    roles: ['MANAGER'],
    teams: ['VIRTUAL_SCHOOL'],
    post: 'VIRTUAL_SCHOOL_HEAD',
    since: -700,
  },
  supervision: {
    name: 'Fostering Supervision Manager, holder 1',
    roles: ['CONTRIBUTOR'],
    teams: ['FOSTERING'],
    post: 'FOSTERING_SUPERVISION',
    since: -150,
  },
  adoption: {
    name: 'Adoption Team Manager, holder 1',
    roles: ['CONTRIBUTOR'],
    teams: ['PERMANENCE'],
    post: 'ADOPTION',
    since: -480,
  },
  exploitation: {
    name: 'Exploitation Coordinator, holder 1',
    roles: ['CONTRIBUTOR'],
    teams: ['EARLY_HELP'],
    post: 'EXPLOITATION',
    since: -130,
  },
  education: {
    name: 'Education Progress Officer, holder 1',
    roles: ['CONTRIBUTOR'],
    teams: ['VIRTUAL_SCHOOL'],
    post: 'EDUCATION_PROGRESS',
    since: -260,
  },
  audit: {
    name: 'Audit Manager, holder 1',
    roles: ['CONTRIBUTOR'],
    teams: ['QUALITY'],
    post: 'AUDIT',
    since: -330,
  },
  health: {
    name: 'Health Partnership Lead, holder 1',
    roles: ['PARTNER'],
    teams: ['HEALTH'],
    post: 'HEALTH_LEAD',
    since: -400,
  },
  schools: {
    name: 'Schools Partnership Lead, holder 1',
    roles: ['PARTNER'],
    teams: ['SCHOOLS'],
    post: 'SCHOOLS_LEAD',
    since: -200,
  },
  permanence: {
    name: 'Head of Permanence, holder 2',
    roles: ['MANAGER'],
    teams: ['PERMANENCE'],
    post: 'HEAD_OF_PERMANENCE',
    joined: 20,
    note: 'Takes over from holder 1, after a handover of one week.',
  },
} as const satisfies Record<string, AccountFacts>;
export type AccountKey = keyof typeof ACCOUNTS;

/** "Head of Fostering, holder 1" → "head.of.fostering.1@northmoor.example". */
export function sampleEmail(name: string): string {
  const local = name.toLowerCase().replace(', holder ', '.').replaceAll(' ', '.');
  return `${local}@northmoor.example`;
}
