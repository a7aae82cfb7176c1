-- AlterTable
ALTER TABLE "action" ADD COLUMN     "madeInReviewId" TEXT;

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "txId" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "plannedFor" DATE;

-- AlterTable
ALTER TABLE "review_item" ADD COLUMN     "changedById" TEXT,
ADD COLUMN     "txId" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- CreateIndex
CREATE INDEX "action_madeInReviewId_idx" ON "action"("madeInReviewId");

-- CreateIndex
CREATE INDEX "audit_event_planId_txId_idx" ON "audit_event"("planId", "txId");

-- CreateIndex
CREATE UNIQUE INDEX "review_planId_meeting_plannedFor_key" ON "review"("planId", "meeting", "plannedFor");

-- CreateIndex
CREATE INDEX "review_item_reviewId_txId_idx" ON "review_item"("reviewId", "txId");

-- CreateIndex
CREATE UNIQUE INDEX "review_item_reviewId_decisionId_key" ON "review_item"("reviewId", "decisionId");

-- Of one meeting of one body only one is held at a time.
CREATE UNIQUE INDEX "review_one_open" ON "review"
  ("planId", "meeting", COALESCE("recommendationId", ''), COALESCE("teamId", '')) WHERE "state" = 'OPEN';

-- A frozen review stays as it was: its items, what it decided, who was there. These triggers hold for everybody, the
-- owner of the tables included, and also while replication settings switch ordinary triggers off. Words may be
-- destroyed (blanked, with the time), decisions may be settled later, and corrections are added beside it.

CREATE FUNCTION "refuse_frozen"(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A frozen review stays as it was: % is refused.', what USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION "is_frozen"(id text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "review" r WHERE r."id" = id AND r."state" = 'FROZEN')
$$;

CREATE FUNCTION "is_destroying"(was timestamptz, now timestamptz, VARIADIC texts text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT now IS NOT NULL AND now IS DISTINCT FROM was AND texts <@ ARRAY['', '[destroyed]']
$$;

CREATE FUNCTION "guard_review"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept "review" := OLD;
BEGIN
  IF OLD."state" <> 'FROZEN' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' THEN PERFORM "refuse_frozen"('DELETE of review'); END IF;
  kept."summary" := NEW."summary";
  kept."redactedAt" := NEW."redactedAt";
  kept."version" := NEW."version";
  IF kept IS DISTINCT FROM NEW OR NOT "is_destroying"(OLD."redactedAt", NEW."redactedAt", NEW."summary") THEN
    PERFORM "refuse_frozen"('UPDATE of review');
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "guard_review_item"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept "review_item" := OLD;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF "is_frozen"(OLD."reviewId") THEN PERFORM "refuse_frozen"('DELETE of review_item'); END IF;
    RETURN OLD;
  END IF;
  IF "is_frozen"(NEW."reviewId") OR (TG_OP = 'UPDATE' AND "is_frozen"(OLD."reviewId")) THEN
    IF TG_OP = 'INSERT' THEN PERFORM "refuse_frozen"('INSERT into review_item'); END IF;
    kept."note" := NEW."note";
    kept."redactedAt" := NEW."redactedAt";
    kept."version" := NEW."version";
    IF kept IS DISTINCT FROM NEW OR NOT "is_destroying"(OLD."redactedAt", NEW."redactedAt", NEW."note") THEN
      PERFORM "refuse_frozen"('UPDATE of review_item');
    END IF;
  END IF;
  NEW."txId" := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END
$$;

CREATE FUNCTION "guard_review_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept "review_decision" := OLD;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF "is_frozen"(OLD."reviewId") THEN PERFORM "refuse_frozen"('DELETE of review_decision'); END IF;
    RETURN OLD;
  END IF;
  IF NOT "is_frozen"(NEW."reviewId") AND (TG_OP = 'INSERT' OR NOT "is_frozen"(OLD."reviewId")) THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN PERFORM "refuse_frozen"('INSERT into review_decision'); END IF;
  kept."state" := NEW."state";
  kept."settledInId" := NEW."settledInId";
  kept."settledNote" := NEW."settledNote";
  kept."settledAt" := NEW."settledAt";
  kept."settledById" := NEW."settledById";
  kept."version" := NEW."version";
  IF "is_destroying"(OLD."redactedAt", NEW."redactedAt", NEW."text") THEN
    kept."text" := NEW."text";
    kept."redactedAt" := NEW."redactedAt";
  END IF;
  IF kept IS DISTINCT FROM NEW THEN PERFORM "refuse_frozen"('UPDATE of review_decision'); END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "guard_review_attendance"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept "review_attendance" := OLD;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF "is_frozen"(OLD."reviewId") THEN PERFORM "refuse_frozen"('DELETE of review_attendance'); END IF;
    RETURN OLD;
  END IF;
  IF NOT "is_frozen"(NEW."reviewId") AND (TG_OP = 'INSERT' OR NOT "is_frozen"(OLD."reviewId")) THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN PERFORM "refuse_frozen"('INSERT into review_attendance'); END IF;
  kept."name" := NEW."name";
  kept."redactedAt" := NEW."redactedAt";
  IF kept IS DISTINCT FROM NEW OR NOT "is_destroying"(OLD."redactedAt", NEW."redactedAt", NEW."name") THEN
    PERFORM "refuse_frozen"('UPDATE of review_attendance');
  END IF;
  RETURN NEW;
END
$$;

-- A correction is part of the record as soon as it is written.
CREATE FUNCTION "guard_review_correction"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept "review_correction" := OLD;
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM "refuse_frozen"('DELETE of review_correction'); END IF;
  kept."text" := NEW."text";
  kept."redactedAt" := NEW."redactedAt";
  IF kept IS DISTINCT FROM NEW OR NOT "is_destroying"(OLD."redactedAt", NEW."redactedAt", NEW."text") THEN
    PERFORM "refuse_frozen"('UPDATE of review_correction');
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "refuse_review_emptying"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "refuse_frozen"('TRUNCATE of ' || TG_TABLE_NAME);
  RETURN NULL;
END
$$;

CREATE TRIGGER "review_guard" BEFORE UPDATE OR DELETE ON "review"
  FOR EACH ROW EXECUTE FUNCTION "guard_review"();
CREATE TRIGGER "review_item_guard" BEFORE INSERT OR UPDATE OR DELETE ON "review_item"
  FOR EACH ROW EXECUTE FUNCTION "guard_review_item"();
CREATE TRIGGER "review_decision_guard" BEFORE INSERT OR UPDATE OR DELETE ON "review_decision"
  FOR EACH ROW EXECUTE FUNCTION "guard_review_decision"();
CREATE TRIGGER "review_attendance_guard" BEFORE INSERT OR UPDATE OR DELETE ON "review_attendance"
  FOR EACH ROW EXECUTE FUNCTION "guard_review_attendance"();
CREATE TRIGGER "review_correction_guard" BEFORE UPDATE OR DELETE ON "review_correction"
  FOR EACH ROW EXECUTE FUNCTION "guard_review_correction"();
CREATE TRIGGER "review_not_emptied" BEFORE TRUNCATE ON "review"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_review_emptying"();
CREATE TRIGGER "review_item_not_emptied" BEFORE TRUNCATE ON "review_item"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_review_emptying"();
CREATE TRIGGER "review_decision_not_emptied" BEFORE TRUNCATE ON "review_decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_review_emptying"();
CREATE TRIGGER "review_attendance_not_emptied" BEFORE TRUNCATE ON "review_attendance"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_review_emptying"();
CREATE TRIGGER "review_correction_not_emptied" BEFORE TRUNCATE ON "review_correction"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_review_emptying"();

ALTER TABLE "review" ENABLE ALWAYS TRIGGER "review_guard";
ALTER TABLE "review" ENABLE ALWAYS TRIGGER "review_not_emptied";
ALTER TABLE "review_item" ENABLE ALWAYS TRIGGER "review_item_guard";
ALTER TABLE "review_item" ENABLE ALWAYS TRIGGER "review_item_not_emptied";
ALTER TABLE "review_decision" ENABLE ALWAYS TRIGGER "review_decision_guard";
ALTER TABLE "review_decision" ENABLE ALWAYS TRIGGER "review_decision_not_emptied";
ALTER TABLE "review_attendance" ENABLE ALWAYS TRIGGER "review_attendance_guard";
ALTER TABLE "review_attendance" ENABLE ALWAYS TRIGGER "review_attendance_not_emptied";
ALTER TABLE "review_correction" ENABLE ALWAYS TRIGGER "review_correction_guard";
ALTER TABLE "review_correction" ENABLE ALWAYS TRIGGER "review_correction_not_emptied";
