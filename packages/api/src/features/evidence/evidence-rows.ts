import type { EvidenceLinkOut, EvidenceRow } from '@gt/contracts/schemas';
import type { EvidenceForm, EvidenceKind, EvidenceState, IsoDate, Sensitivity } from '@gt/contracts/words';
import { type Sql, sql } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { seesWholePlan } from '@gt/domain/authz';
import { evidenceReference, evidenceStanding } from '@gt/domain/evidence';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';

/** An item of evidence as PostgreSQL answers it; JSON parts carry instants as text. */
export type RawEvidence = {
  id: string;
  planId: string;
  number: number;
  title: string;
  kind: EvidenceKind;
  shows: string;
  showsImpact: boolean;
  difference: string;
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
  source: string;
  authorPost: string;
  sensitivity: Sensitivity;
  form: EvidenceForm;
  validUntil: IsoDate | null;
  supersededBy: { id: string; number: number } | null;
  openQuestions: number;
  state: EvidenceState;
  uploadedById: string;
  uploadedBy: string | null;
  createdAt: Date;
  redactedAt: Date | null;
  version: number;
  latest: {
    id: string;
    number: number;
    fileName: string;
    size: number;
    uploadedAt: string;
    redactedAt: string | null;
  };
  links: (Omit<EvidenceLinkOut, 'reference'> & { actionNumber: number | null })[] | null;
  lastCheck: (Omit<NonNullable<EvidenceRow['lastCheck']>, 'checkedBy'> & { checkedBy: string | null }) | null;
};

/** Live evidence that the person may see: equals `canReadEvidence` for whoever holds `evidence.list`. */
export function isVisibleEvidence(scope: Scope): Sql {
  if (seesWholePlan(scope.roles)) return sql`e."deletedAt" IS NULL`;
  return sql`e."deletedAt" IS NULL AND EXISTS (SELECT 1 FROM "evidence_link" vl
    JOIN "action" a ON a."id" = vl."actionId" WHERE vl."evidenceId" = e."id" AND ${isVisible(scope)})`;
}

/** Links the person may know of: a partner's own actions only, everybody else's all that are live. */
function visibleLink(scope: Scope): Sql {
  return seesWholePlan(scope.roles)
    ? sql`(l."actionId" IS NULL OR a."deletedAt" IS NULL)`
    : sql`(l."actionId" IS NOT NULL AND ${isVisible(scope)})`;
}

/** Everything of a row, over `e` ("evidence"), `u` (its uploader) in the FROM of the caller. */
export function evidenceColumns(scope: Scope): Sql {
  return sql`e."id", e."planId", e."number", e."title", e."kind"::text, e."shows", e."showsImpact",
    e."difference", e."periodFrom"::text, e."periodTo"::text, e."source", e."authorPost", e."sensitivity"::text,
    e."form"::text, e."validUntil"::text, e."state"::text,
    e."uploadedById", u."name" AS "uploadedBy", e."createdAt", e."redactedAt", e."version",
    (SELECT jsonb_build_object('id', v."id", 'number', v."number", 'fileName', v."fileName", 'size', v."size",
        'uploadedAt', v."uploadedAt", 'redactedAt', v."redactedAt")
      FROM "evidence_version" v WHERE v."evidenceId" = e."id" ORDER BY v."number" DESC LIMIT 1) AS "latest",
    (SELECT jsonb_agg(jsonb_build_object('recommendationId', l."recommendationId",
        'recommendationNumber', r."number", 'actionId', l."actionId", 'actionNumber', a."number",
        'title', COALESCE(a."title", r."quote")) ORDER BY r."number", a."number" NULLS FIRST)
      FROM "evidence_link" l JOIN "recommendation" r ON r."id" = l."recommendationId" AND r."deletedAt" IS NULL
      LEFT JOIN "action" a ON a."id" = l."actionId"
      WHERE l."evidenceId" = e."id" AND ${visibleLink(scope)}) AS "links",
    (SELECT jsonb_build_object('decision', c."decision", 'reason', c."reason", 'checkedBy', cu."name",
        'checkedAt', c."checkedAt", 'isSample', c."isSample")
      FROM "evidence_check" c LEFT JOIN "user" cu ON cu."id" = c."checkedById"
      WHERE c."evidenceId" = e."id" ORDER BY c."checkedAt" DESC, c."id" DESC LIMIT 1) AS "lastCheck",
    (SELECT jsonb_build_object('id', s."id", 'number', s."number")
      FROM "evidence" s WHERE s."id" = e."supersededById") AS "supersededBy",
    (SELECT count(*)::int FROM "evidence_question" q
      WHERE q."evidenceId" = e."id" AND q."answeredAt" IS NULL AND q."redactedAt" IS NULL) AS "openQuestions"`;
}

export function toEvidenceRow(raw: RawEvidence, today: IsoDate): EvidenceRow {
  const { uploadedById, uploadedBy, latest, links, lastCheck, ...row } = raw;
  const supersededBy = raw.supersededBy && {
    id: raw.supersededBy.id,
    reference: evidenceReference(raw.supersededBy.number),
  };
  const { validUntil } = raw;
  return {
    ...row,
    reference: evidenceReference(raw.number),
    supersededBy,
    standing: evidenceStanding({ validUntil, supersededBy: supersededBy?.reference ?? null }, today),
    uploadedBy: { id: uploadedById, name: uploadedBy ?? '' },
    createdAt: toInstant(raw.createdAt),
    redactedAt: raw.redactedAt && toInstant(raw.redactedAt),
    latest: {
      ...latest,
      uploadedAt: instantOf(latest.uploadedAt),
      redactedAt: latest.redactedAt && instantOf(latest.redactedAt),
    },
    links: (links ?? []).map(({ actionNumber, ...link }) => ({
      ...link,
      reference:
        actionNumber === null
          ? `R${link.recommendationNumber}`
          : actionReference(link.recommendationNumber, actionNumber),
    })),
    lastCheck: lastCheck && {
      ...lastCheck,
      checkedBy: lastCheck.checkedBy ?? '',
      checkedAt: instantOf(lastCheck.checkedAt),
    },
  };
}

/** An instant out of a JSON part. */
export function instantOf(text: string): string {
  return toInstant(new Date(text));
}
