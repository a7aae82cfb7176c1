-- A text as words: 'english' finds "recruit" by "recruiting"; 'simple' finds what is typed so far ("recruitm") and
-- words such as "who".
CREATE FUNCTION "words_of"(text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
BEGIN
  RETURN to_tsvector('pg_catalog.english', $1) || to_tsvector('pg_catalog.simple', $1);
END
$$;

DROP INDEX "action_words";
DROP INDEX "progress_update_words";
DROP INDEX "evidence_words";

CREATE INDEX "action_words" ON "action"
  USING GIN ("words_of"("title" || ' ' || "detail" || ' ' || "successMeasure"));
CREATE INDEX "progress_update_words" ON "progress_update"
  USING GIN ("words_of"("whatHappened" || ' ' || "difference" || ' ' || "inTheWay" || ' ' || "next"));
CREATE INDEX "evidence_words" ON "evidence" USING GIN ("words_of"("title" || ' ' || "shows"));

-- Ids of evidence, and of actions by their own words, those of their updates and of their evidence. Who may see them
-- is asked outside. Functions of their own, so that the indexes are used always: for a word that most texts hold, a
-- planner would rather read every text anew, which takes a hundred times as long.
CREATE FUNCTION "evidence_with"(tsquery) RETURNS SETOF text
LANGUAGE sql STABLE ROWS 200 SET enable_seqscan = off SET jit = off AS $$
  SELECT "id" FROM "evidence" WHERE "deletedAt" IS NULL AND "words_of"("title" || ' ' || "shows") @@ $1
$$;

CREATE FUNCTION "actions_with"(tsquery) RETURNS SETOF text
LANGUAGE sql STABLE ROWS 500 SET enable_seqscan = off SET jit = off AS $$
  SELECT "id" FROM "action" WHERE "words_of"("title" || ' ' || "detail" || ' ' || "successMeasure") @@ $1
  UNION ALL
  SELECT "actionId" FROM "progress_update"
  WHERE "words_of"("whatHappened" || ' ' || "difference" || ' ' || "inTheWay" || ' ' || "next") @@ $1
  UNION ALL
  SELECT l."actionId" FROM "evidence_link" l
  WHERE l."actionId" IS NOT NULL AND l."evidenceId" IN (SELECT "evidence_with"($1))
$$;
