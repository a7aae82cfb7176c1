import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');
const SCHEMA = join(ROOT, 'prisma/schema');
const TUPLES = join(ROOT, 'packages/contracts/src/words/tuples.ts');

/** By hand: each enum of the database, and the words it must equal. */
const TUPLE_OF: Record<string, readonly string[]> = {
  AskState: words.ASK_STATES,
  EvidenceForm: words.EVIDENCE_FORMS,
  PackAudience: words.PACK_AUDIENCES,
  RecommendationStatus: words.RECOMMENDATION_STATUSES,
  ScreeningAnswer: words.SCREENING_ANSWERS,
  ScreeningOutcome: words.SCREENING_OUTCOMES,
  SustainState: words.SUSTAIN_STATES,
  Acceptance: words.ACCEPTANCES,
  MeetingKind: words.MEETING_KINDS,
  HolidayRule: words.HOLIDAY_RULES,
  ReviewState: words.REVIEW_STATES,
  AgendaSection: words.AGENDA_SECTIONS,
  ReviewItemState: words.REVIEW_ITEM_STATES,
  DecisionState: words.DECISION_STATES,
  Attendance: words.ATTENDANCES,
  SnapshotCause: words.SNAPSHOT_CAUSES,
  ReportKind: words.REPORT_KINDS,
  ReportEdition: words.REPORT_EDITIONS,
  ReportState: words.REPORT_STATES,
  ReportFormat: words.REPORT_FORMATS,
  ApprovalBody: words.APPROVAL_BODIES,
  DigestPart: words.DIGEST_PARTS,
  DueDateApproval: words.DUE_DATE_APPROVALS,
  DueDateRequestState: words.DUE_DATE_REQUEST_STATES,
  MeasureAssurance: words.MEASURE_ASSURANCES,
  MeasureSignal: words.MEASURE_SIGNALS,
  LineageState: words.LINEAGE_STATES,
  MeasureDirection: words.MEASURE_DIRECTIONS,
  MeasureFrequency: words.MEASURE_FREQUENCIES,
  MeasureMovement: words.MEASURE_MOVEMENTS,
  NotificationKind: words.NOTIFICATION_KINDS,
  DeliveryStatus: words.DELIVERY_STATUSES,
  EvidenceKind: words.EVIDENCE_KINDS,
  EvidenceState: words.EVIDENCE_STATES,
  Grade: words.GRADES,
  InspectionKind: words.INSPECTION_KINDS,
  InspectionOutcome: words.INSPECTION_OUTCOMES,
  ItemCategory: words.ITEM_CATEGORIES,
  InstallationMode: words.INSTALLATION_MODES,
  InvitationKind: words.INVITATION_KINDS,
  PackState: words.PACK_STATES,
  PlanKind: words.PLAN_KINDS,
  Priority: words.PRIORITIES,
  Rag: words.RAGS,
  RedactableEntity: words.REDACTABLE_ENTITIES,
  RedactionState: words.REDACTION_STATES,
  Role: words.ROLES,
  RoomEvent: words.ROOM_EVENTS,
  Sensitivity: words.SENSITIVITIES,
  TeamKind: words.TEAM_KINDS,
  WindowKind: words.WINDOW_KINDS,
  PlanDateKind: words.PLAN_DATE_KINDS,
};

/** Closed lists that no column holds; each says why. */
const NOT_STORED: Record<string, string> = {
  CALENDAR_KINDS: 'the kinds of what the calendar gathers from the records, never stored',
  CALENDAR_SCOPES: 'a choice in an address, never stored',
  DECLARABLE_RAGS: 'the part of RAGS that an owner may say',
  KNOTS: 'worked out from the records, never stored',
  KNOT_STATES: 'worked out from the records, never stored',
  READINESS_GROUPS: 'worked out from the records, never stored',
  ROOM_STATES: 'worked out from the dates of a room, never stored',
  SUFFICIENCY_STATES: 'worked out from the records, never stored',
  UPDATE_LINK_STATES: 'worked out from the dates of a link, never stored',
};

/** Reads `enum Name { A B }` from schema text; comments and attributes are no values. */
function enumsOf(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = '', body = ''] of text.matchAll(/^enum (\w+) \{([^}]*)\}/gm)) {
    const lines = body.split('\n').map((line) => line.replace(/\/\/.*$/, '').trim());
    found.set(
      name,
      lines.filter((line) => line !== '' && !line.startsWith('@@')).map((line) => line.split(/\s/)[0] ?? ''),
    );
  }
  return found;
}

const schema = readdirSync(SCHEMA)
  .filter((file) => file.endsWith('.prisma'))
  .map((file) => readFileSync(join(SCHEMA, file), 'utf8'))
  .join('\n');
const enums = enumsOf(schema);

describe('enums of the database and tuples of the words', () => {
  test('every enum has its tuple, and every pair its enum', () => {
    expect([...enums.keys()].sort()).toEqual(Object.keys(TUPLE_OF).sort());
  });

  test.each([...enums])('%s equals its tuple', (name, values) => {
    expect([...(TUPLE_OF[name] ?? [])].sort()).toEqual([...values].sort());
  });

  test('every tuple is the words of an enum, or says why it is not', () => {
    const declared = [...readFileSync(TUPLES, 'utf8').matchAll(/^export const ([A-Z_]+) = \[/gm)].map(
      ([, name]) => name ?? '',
    );
    const paired = Object.entries(words)
      .filter(([, tuple]) => Object.values(TUPLE_OF).some((known) => known === tuple))
      .map(([name]) => name);
    expect(declared.length).toBeGreaterThan(15);
    expect([...paired, ...Object.keys(NOT_STORED)].sort()).toEqual(declared.sort());
  });

  test('the reading sees every enum, values with comments and attributes too', () => {
    expect(enums.size).toBe(schema.match(/^\s*enum\s/gm)?.length);
    expect(enumsOf('enum A {\n  ONE // first\n  TWO @map("2")\n\n  @@map("a")\n}')).toEqual(
      new Map([['A', ['ONE', 'TWO']]]),
    );
  });
});
