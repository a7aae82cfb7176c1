import { EVIDENCE_KINDS, EVIDENCE_STATES, type EvidenceState, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
  canCheckEvidence,
  DEFAULT_EVIDENCE_TEST,
  DEFAULT_UPLOAD_LIMIT_BYTES,
  decideEvidence,
  type EvidenceDecision,
  type EvidenceInput,
  evidenceReference,
  evidenceSufficiency,
  evidenceTestWords,
  fileSizeWords,
  type SufficiencyItem,
  stateAfterEdit,
  stateAfterNewVersion,
  UPLOAD_ACCEPT,
  uploadExtension,
  uploadProblem,
  validateEvidence,
  withdrawEvidence,
} from './index.ts';

const today = isoDate('2026-03-12');
const audit: SufficiencyItem = {
  reference: 'E1',
  kind: 'AUDIT',
  showsImpact: true,
  periodTo: isoDate('2026-02-28'),
  uploadedOn: isoDate('2026-03-02'),
  state: 'ACCEPTED',
};
const minutes: SufficiencyItem = { ...audit, reference: 'E2', kind: 'MINUTES', showsImpact: false };
const gaps = (items: SufficiencyItem[], change = {}) =>
  evidenceSufficiency({ ...DEFAULT_EVIDENCE_TEST, ...change }, items, today).missing;
const codes = (items: SufficiencyItem[], change = {}) =>
  gaps(items, change)
    .map((gap) => gap.code)
    .join(' ');

describe('evidence sufficiency', () => {
  test.each<[string, SufficiencyItem[], object, string]>([
    ['two kinds, fresh, impact, verified', [audit, minutes], {}, ''],
    ['nothing', [], {}, 'NO_EVIDENCE'],
    [
      'only withdrawn and destroyed',
      [
        { ...audit, state: 'WITHDRAWN' },
        { ...audit, isGone: true },
      ],
      {},
      'NO_EVIDENCE',
    ],
    ['one kind twice', [audit, { ...audit, reference: 'E3' }], {}, 'TOO_FEW_KINDS'],
    ['one kind is enough here', [audit], { minEvidenceKinds: 1 }, ''],
    ['no impact', [{ ...audit, showsImpact: false }, minutes], {}, 'NO_IMPACT'],
    [
      'impact claimed by minutes',
      [
        { ...audit, showsImpact: false },
        { ...minutes, showsImpact: true },
      ],
      {},
      'NO_IMPACT',
    ],
    ['impact not asked for', [{ ...audit, showsImpact: false }, minutes], { requireImpact: false }, ''],
    ['one waits', [audit, minutes, { ...minutes, state: 'SUBMITTED' }], {}, 'NOT_VERIFIED'],
    ['one came back', [audit, minutes, { ...minutes, state: 'RETURNED' }], {}, 'RETURNED'],
    ['one was withdrawn', [audit, minutes, { ...minutes, state: 'WITHDRAWN' }], {}, ''],
    ['the second kind waits', [audit, { ...minutes, state: 'SUBMITTED' }], {}, 'NOT_VERIFIED TOO_FEW_KINDS'],
    ['nothing accepted yet', [{ ...audit, state: 'SUBMITTED' }], {}, 'NOT_VERIFIED TOO_FEW_KINDS NO_IMPACT'],
  ])('%s', (_, items, change, expected) => {
    expect(codes(items, change)).toBe(expected);
    expect(evidenceSufficiency({ ...DEFAULT_EVIDENCE_TEST, ...change }, items, today).ok).toBe(
      expected === '',
    );
  });

  test.each([
    [90, ''],
    [91, 'NEWEST_TOO_OLD'],
  ])('newest %i days old, by period and by upload', (age, expected) => {
    const day = addDays(today, -age);
    const byPeriod = [audit, minutes].map((item) => ({ ...item, periodTo: day, uploadedOn: today }));
    const byUpload = [audit, minutes].map((item) => ({ ...item, periodTo: null, uploadedOn: day }));
    expect(codes(byPeriod)).toBe(expected);
    expect(codes(byUpload)).toBe(expected);
  });

  it('names exactly what is missing', () => {
    const old = { ...minutes, periodTo: isoDate('2025-11-01') };
    const waiting = { ...audit, reference: 'E7', state: 'SUBMITTED' as const };
    const back = { ...audit, reference: 'E8', state: 'RETURNED' as const };
    expect(gaps([old, waiting, { ...waiting, reference: 'E9' }, back]).map((gap) => gap.sentence)).toEqual([
      'E7 and E9 wait to be checked.',
      'E8 was returned and needs mending or withdrawing.',
      '1 of 2 kinds of evidence: minutes only.',
      'The newest accepted evidence, E2, is of 1 November 2025: 131 days old, and the test allows 90.',
      'No accepted evidence shows a difference for children.',
    ]);
    expect(gaps([])[0]?.sentence).toBe(
      'No evidence yet. The test asks for at least 2 kinds of evidence, the newest no older than 90 days and at ' +
        'least one item showing a difference for children, all verified.',
    );
    expect(evidenceTestWords({ minEvidenceKinds: 1, newestWithinDays: 1, requireImpact: false })).toBe(
      'The test asks for at least 1 kind of evidence and the newest no older than 1 day, all verified.',
    );
  });

  const anyItem = fc.record<SufficiencyItem>({
    reference: fc.integer({ min: 1, max: 99 }).map(evidenceReference),
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    showsImpact: fc.boolean(),
    periodTo: fc.option(
      fc.integer({ min: 0, max: 200 }).map((days) => addDays(today, -days)),
      { nil: null },
    ),
    uploadedOn: fc.integer({ min: 0, max: 200 }).map((days) => addDays(today, -days)),
    state: fc.constantFrom(...EVIDENCE_STATES),
    isGone: fc.boolean(),
  });
  const anyTest = fc.record({
    minEvidenceKinds: fc.integer({ min: 1, max: 7 }),
    newestWithinDays: fc.integer({ min: 1, max: 365 }),
    requireImpact: fc.boolean(),
  });

  it('never gets worse by an accepted item, ignores order and what is withdrawn, and explains every no', () => {
    fc.assert(
      fc.property(anyTest, fc.array(anyItem, { maxLength: 8 }), anyItem, (asked, items, another) => {
        const before = evidenceSufficiency(asked, items, today);
        expect(before.ok).toBe(before.missing.length === 0);
        expect(before.accepted).toBeLessThanOrEqual(before.items);
        const more = evidenceSufficiency(asked, [...items, { ...another, state: 'ACCEPTED' }], today);
        if (before.ok) expect(more.ok).toBe(true);
        const withdrawn = evidenceSufficiency(asked, [...items, { ...another, state: 'WITHDRAWN' }], today);
        expect(withdrawn).toEqual(before);
        const turned = evidenceSufficiency(asked, [...items].reverse(), today);
        expect(turned.missing.map((gap) => gap.code)).toEqual(before.missing.map((gap) => gap.code));
        if (before.ok) expect(items.some((item) => item.state === 'SUBMITTED' && !item.isGone)).toBe(false);
      }),
    );
  });
});

describe('checking evidence', () => {
  const independence = {
    userId: 'verifier',
    uploadedById: 'uploader',
    versionsUploadedBy: ['uploader', 'second uploader'],
    actionOwnerIds: ['owner'],
    updateAuthorIds: ['author'],
    editedBy: ['editor'],
  };
  test.each([
    ['verifier', 'ok'],
    ['uploader', 'UPLOADER'],
    ['second uploader', 'UPLOADER'],
    ['editor', 'EDITOR'],
    ['owner', 'ACTION_OWNER'],
    ['author', 'UPDATE_AUTHOR'],
  ])('by the %s: %s', (userId, expected) => {
    const answer = canCheckEvidence({ ...independence, userId });
    expect(answer.ok ? 'ok' : answer.code).toBe(expected);
    if (!answer.ok) expect(answer.sentence).toMatch(/so somebody else must check it\.$/);
  });

  const decision: EvidenceDecision = {
    state: 'SUBMITTED',
    decision: 'ACCEPTED',
    versionNumber: 2,
    latestVersionNumber: 2,
    independence,
  };
  test.each<[string, Partial<EvidenceDecision>, string]>([
    ['accept', {}, 'ACCEPTED'],
    ['accept after a return', { state: 'RETURNED' }, 'ACCEPTED'],
    [
      'return after accepting',
      { state: 'ACCEPTED', decision: 'RETURNED', reason: 'The period is wrong' },
      'RETURNED',
    ],
    ['return, 9 characters', { decision: 'RETURNED', reason: '123456789' }, 'INVALID'],
    ['return, 10 characters', { decision: 'RETURNED', reason: '1234567890' }, 'RETURNED'],
    ['return, no reason', { decision: 'RETURNED' }, 'INVALID'],
    ['accept twice', { state: 'ACCEPTED' }, 'NOT_OPEN'],
    ['withdrawn', { state: 'WITHDRAWN' }, 'NOT_OPEN'],
    ['gone', { isGone: true }, 'NOT_OPEN'],
    ['older version', { versionNumber: 1 }, 'NEWER_VERSION'],
    ['own upload', { independence: { ...independence, userId: 'uploader' } }, 'NOT_INDEPENDENT'],
  ])('%s', (_, change, expected) => {
    const result = decideEvidence({ ...decision, ...change });
    expect(result.ok ? result.state : result.code).toBe(expected);
    if (!result.ok) expect(result.problems).toHaveLength(1);
  });

  it('waits for a check again after a new version, and cannot come back from withdrawal', () => {
    expect(stateAfterNewVersion('ACCEPTED')).toEqual({ ok: true, state: 'SUBMITTED' });
    expect(stateAfterNewVersion('WITHDRAWN')).toMatchObject({ ok: false });
    expect(withdrawEvidence({ state: 'ACCEPTED', reason: ' Belongs to another plan ' })).toEqual({
      ok: true,
      reason: 'Belongs to another plan',
    });
    expect(withdrawEvidence({ state: 'ACCEPTED', reason: '' })).toMatchObject({ ok: false });
    expect(withdrawEvidence({ state: 'WITHDRAWN', reason: 'Belongs to another plan' })).toMatchObject({
      ok: false,
    });
  });
});

describe('what a person says about a file', () => {
  test.each<[EvidenceInput, string]>([
    [
      { title: 'Audit', shows: 'Better plans', kind: 'AUDIT', showsImpact: true, sensitivity: 'OFFICIAL' },
      '',
    ],
    [{ title: ' ', shows: '' }, 'title: Enter a title | shows: Enter what the evidence shows'],
    [{ title: 'x'.repeat(200) }, ''],
    [{ title: 'x'.repeat(201) }, 'title: The title must be 200 characters or fewer. Shorten it by 1.'],
    [{ kind: 'RUMOUR' }, 'kind: Choose the kind of evidence'],
    [{ kind: 'DATA', showsImpact: true }, ''],
    [{ periodTo: today }, ''],
    [{ periodTo: addDays(today, 1) }, 'periodTo: The end of the period must be today or in the past'],
    [{ periodFrom: today, periodTo: today }, ''],
    [
      { periodFrom: today, periodTo: addDays(today, -1) },
      'periodTo: The end of the period must be the same as or after its start',
    ],
    [{ sensitivity: 'SECRET' }, 'sensitivity: Choose OFFICIAL or OFFICIAL-SENSITIVE'],
    [
      { kind: 'MINUTES', showsImpact: true },
      'showsImpact: “Minutes” shows activity rather than a difference for children. Kinds that can show a difference ' +
        'are audit, data, observation and child or family voice.',
    ],
  ])('case %#', (input, expected) => {
    const found = validateEvidence(input, today).map(({ field, message }) => `${field}: ${message}`);
    expect(found.join(' | ')).toBe(expected);
  });
});

describe('files', () => {
  const MB = 1_048_576;
  test.each([
    [
      'audit.pdf',
      120 * MB,
      'The file is 120 MB. The limit is 100 MB. Split it or save it with smaller pictures, then try again.',
    ],
    [
      'audit.pdf',
      100 * MB + 1,
      'The file is just over 100 MB. The limit is 100 MB. Split it or save it with smaller pictures, then try again.',
    ],
    ['audit.pdf', 100 * MB, null],
    ['AUDIT.PDF', 1, null],
    ['audit.pdf', 0, 'The file is empty. Check that it was saved, then choose it again.'],
    [
      'page.html',
      10,
      'A .html file cannot be evidence. Evidence can be PDF, DOCX, XLSX, PPTX, CSV, TXT, PNG and JPEG. Save it as one of those, PDF for preference, and try again.',
    ],
    [
      'notes',
      10,
      'This file has no extension, so it cannot be evidence. Evidence can be PDF, DOCX, XLSX, PPTX, CSV, TXT, PNG and JPEG. Save it as one of those, PDF for preference, and try again.',
    ],
    [`${'x'.repeat(197)}.pdf`, 10, 'The file name must be 200 characters or fewer. Rename the file.'],
    [`${'x'.repeat(196)}.pdf`, 10, null],
  ])('%s of %i bytes', (fileName, size, message) => {
    expect(uploadProblem({ fileName, size }, DEFAULT_UPLOAD_LIMIT_BYTES)?.message ?? null).toBe(message);
  });

  test.each([
    ['a.docx', 'docx'],
    ['a.b.JPEG', 'jpeg'],
    ['a.pdf.exe', null],
    ['a.svg', null],
    ['a.xlsm', null],
    ['a.constructor', null],
    ['', null],
  ])('extension of “%s” is %s', (fileName, extension) => {
    expect(uploadExtension(fileName)).toBe(extension);
  });

  test.each([
    [1, '1 byte'],
    [1_023, '1023 bytes'],
    [1_024, '1 kB'],
    [1_536, '1.5 kB'],
    [MB - 1, '1 MB'],
    [34 * 1_024, '34 kB'],
    [1_023 * MB, '1,023 MB'],
    [1_024 * MB, '1 GB'],
  ])('%i bytes is %s', (bytes, words) => {
    expect(fileSizeWords(bytes)).toBe(words);
  });

  it('offers the same list to the file dialog', () => {
    expect(UPLOAD_ACCEPT).toBe('.pdf,.docx,.xlsx,.pptx,.csv,.txt,.png,.jpg,.jpeg');
  });
});

describe('the state after what is said about it changes', () => {
  test.each<[EvidenceState, (keyof EvidenceInput)[], EvidenceState]>([
    ['ACCEPTED', ['shows'], 'SUBMITTED'],
    ['ACCEPTED', ['periodTo'], 'SUBMITTED'],
    ['ACCEPTED', ['title', 'source', 'sensitivity'], 'ACCEPTED'],
    ['ACCEPTED', [], 'ACCEPTED'],
    ['RETURNED', ['title'], 'SUBMITTED'],
    ['RETURNED', [], 'RETURNED'],
    ['SUBMITTED', ['kind'], 'SUBMITTED'],
    ['WITHDRAWN', ['kind'], 'WITHDRAWN'],
  ])('%s, changed %j: %s', (state, changed, expected) => {
    expect(stateAfterEdit(state, changed)).toBe(expected);
  });
});
