-- DropIndex
DROP INDEX "outbox_mail_sentAt_idx";

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "givenUpAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "outbox_mail_sentAt_createdAt_idx" ON "outbox_mail"("sentAt", "createdAt");

-- CreateIndex
CREATE INDEX "progress_update_correctsId_idx" ON "progress_update"("correctsId");

-- Words that a later update put right are found no more: what stands in their place is.
CREATE OR REPLACE FUNCTION "actions_with"(tsquery) RETURNS SETOF text
LANGUAGE sql STABLE ROWS 500 SET enable_seqscan = off SET jit = off AS $$
  SELECT "id" FROM "action" WHERE "words_of"("title" || ' ' || "detail" || ' ' || "successMeasure") @@ $1
  UNION ALL
  SELECT u."actionId" FROM "progress_update" u
  WHERE "words_of"(u."whatHappened" || ' ' || u."difference" || ' ' || u."inTheWay" || ' ' || u."next") @@ $1
    AND NOT EXISTS (SELECT 1 FROM "progress_update" c WHERE c."correctsId" = u."id")
  UNION ALL
  SELECT l."actionId" FROM "evidence_link" l
  WHERE l."actionId" IS NOT NULL AND l."evidenceId" IN (SELECT "evidence_with"($1))
$$;
