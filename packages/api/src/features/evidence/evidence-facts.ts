import type { Db, Tx } from '@gt/db';
import type { EvidenceRecord, LinkedAction } from '@gt/domain/authz';
import type { EvidenceIndependence } from '@gt/domain/evidence';
import type { Scope } from '../../core/scope.ts';

/** What the record rules and the rule of independence need to know of one item. */
export type EvidenceFacts = {
  record: EvidenceRecord;
  /** Seen from the person in the scope. */
  independence: EvidenceIndependence;
};

type Raw = {
  id: string;
  uploadedById: string;
  actions: LinkedAction[] | null;
  versionsUploadedBy: string[];
  editedBy: string[];
  actionOwnerIds: string[];
  updateAuthorIds: string[];
};

/**
 * The facts of any number of items in one statement. Owners are the persons named on live linked actions, and
 * everybody who held an owning post since the evidence was uploaded: handing a post over does not make
 * one's own evidence somebody else's.
 */
export async function loadEvidenceFacts(
  db: Pick<Db | Tx, '$queryRaw'>,
  scope: Scope,
  evidenceIds: readonly string[],
): Promise<Map<string, EvidenceFacts>> {
  const rows = await db.$queryRaw<Raw[]>`
    WITH linked AS (
      SELECT DISTINCT ON (l."evidenceId", a."id") l."evidenceId", a.*, l."isHome"
      FROM "evidence_link" l
      JOIN "action" a ON a."id" = l."actionId" AND a."deletedAt" IS NULL
      WHERE l."evidenceId" = ANY(${[...evidenceIds]}::text[])
      ORDER BY l."evidenceId", a."id", l."isHome" DESC
    )
    SELECT e."id", e."uploadedById",
      (SELECT jsonb_agg(jsonb_build_object('isHome', k."isHome", 'teamId', k."teamId", 'partnerTeamId', k."partnerTeamId",
          'ownerPostId', k."ownerPostId", 'ownerUserId', k."ownerUserId", 'supportingTeamIds',
          ARRAY(SELECT st."teamId" FROM "supporting_team" st WHERE st."actionId" = k."id")))
        FROM linked k WHERE k."evidenceId" = e."id") AS "actions",
      ARRAY(SELECT DISTINCT v."uploadedById" FROM "evidence_version" v
        WHERE v."evidenceId" = e."id") AS "versionsUploadedBy",
      ARRAY(SELECT DISTINCT ev."actorId" FROM "audit_event" ev
        WHERE ev."entityType" = 'EVIDENCE' AND ev."entityId" = e."id" AND ev."action" = 'evidence.edit'
          AND ev."actorId" IS NOT NULL) AS "editedBy",
      ARRAY(SELECT k."ownerUserId" FROM linked k WHERE k."evidenceId" = e."id" AND k."ownerUserId" IS NOT NULL
        UNION SELECT h."userId" FROM linked k JOIN "post_holding" h ON h."postId" = k."ownerPostId"
        WHERE k."evidenceId" = e."id" AND h."fromDate" <= ${scope.today}::date
          AND (h."toDate" IS NULL OR h."toDate" >= (e."createdAt" AT TIME ZONE 'Europe/London')::date)
      ) AS "actionOwnerIds",
      ARRAY(SELECT pu."authorId" FROM linked k JOIN "progress_update" pu ON pu."actionId" = k."id"
        WHERE k."evidenceId" = e."id"
        UNION SELECT pu."onBehalfOfId" FROM linked k JOIN "progress_update" pu ON pu."actionId" = k."id"
        WHERE k."evidenceId" = e."id" AND pu."onBehalfOfId" IS NOT NULL) AS "updateAuthorIds"
    FROM "evidence" e WHERE e."id" = ANY(${[...evidenceIds]}::text[])`;
  return new Map(rows.map((raw) => [raw.id, toFacts(raw, scope.userId)]));
}

function toFacts(raw: Raw, userId: string): EvidenceFacts {
  const { uploadedById, versionsUploadedBy, editedBy, actionOwnerIds, updateAuthorIds } = raw;
  return {
    record: { uploadedById, actions: raw.actions ?? [] },
    independence: {
      userId,
      uploadedById,
      versionsUploadedBy,
      editedBy,
      actionOwnerIds,
      updateAuthorIds,
    },
  };
}
