import type { FileFinding, ScreeningAnswer, ScreeningOutcome, ScreeningStanding } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { mayLeave, screeningStanding, screeningWords } from '@gt/domain/screening';

/** What a pack has to know of one file, and may print. */
export type ScreenedVersion = {
  standing: ScreeningStanding;
  /** Whether the file may go into a pack as it stands. */
  mayLeave: boolean;
  outcome: ScreeningOutcome | null;
  /** "Nothing was found that identifies somebody." */
  sentence: string;
  total: number;
  likely: number;
  findings: Pick<FileFinding, 'kind' | 'level' | 'place' | 'isHidden'>[];
  notices: string[];
  unread: string[];
  justification: string;
  justifiedById: string | null;
  decisionNote: string;
  decidedById: string | null;
  screenedAt: Date | null;
  rules: number | null;
};

type Raw = Omit<ScreenedVersion, 'standing' | 'mayLeave' | 'sentence' | 'outcome'> & {
  versionId: string;
  outcome: ScreeningOutcome;
  answer: ScreeningAnswer;
};

/**
 * How any number of files stand, by the id of their version, in one query; each id that was asked for has an answer.
 * For what reads the whole plan: the caller decides who may see it. A destroyed file has nothing to tell.
 */
export async function screeningOfVersions(
  db: Pick<Db | Tx, '$queryRaw'>,
  versionIds: readonly string[],
): Promise<Map<string, ScreenedVersion>> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT DISTINCT ON (s."versionId") s."versionId", s."rules", s."outcome"::text, s."findings", s."total",
      s."likely", COALESCE(s."notices", '{}') AS "notices", COALESCE(s."unread", '{}') AS "unread", s."screenedAt", s."answer"::text, s."justification",
      s."justifiedById", s."decisionNote", s."decidedById"
    FROM "evidence_screening" s WHERE s."versionId" = ANY(${[...versionIds]}::text[])
    ORDER BY s."versionId", s."rules" DESC`;
  const known = new Map(rows.map(({ versionId, ...row }) => [versionId, toScreened(row)]));
  return new Map(versionIds.map((id) => [id, known.get(id) ?? NOT_SCREENED]));
}

const NOT_SCREENED: ScreenedVersion = {
  standing: 'NOT_SCREENED',
  mayLeave: false,
  outcome: null,
  sentence: screeningWords(null),
  total: 0,
  likely: 0,
  findings: [],
  notices: [],
  unread: [],
  justification: '',
  justifiedById: null,
  decisionNote: '',
  decidedById: null,
  screenedAt: null,
  rules: null,
};

function toScreened({ answer, findings, ...row }: Omit<Raw, 'versionId'>): ScreenedVersion {
  const standing = screeningStanding({ ...row, answer });
  return {
    ...row,
    standing,
    mayLeave: mayLeave(standing),
    sentence: screeningWords(row),
    findings: findings.map(({ kind, level, place, isHidden }) => ({ kind, level, place, isHidden })),
  };
}
