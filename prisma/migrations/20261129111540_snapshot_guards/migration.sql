-- A snapshot is how a plan stood at one moment, and nothing changes what was. These triggers hold for everybody, the
-- owner of the table included, and also while replication settings switch ordinary triggers off. The serving role
-- lacks the rights as well (packages/db/src/migrate/grants.ts).

CREATE FUNCTION "refuse_snapshot_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A snapshot is kept as it was taken: % is refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Words in it may be destroyed, and nothing else: the text goes together with the day and the new hash, and the hash
-- it was taken with stays.
CREATE FUNCTION "refuse_snapshot_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken "snapshot" := OLD;
BEGIN
  taken."body" := NEW."body";
  taken."redactedAt" := NEW."redactedAt";
  taken."redactedSha256" := NEW."redactedSha256";
  IF taken IS DISTINCT FROM NEW OR NEW."body" IS NOT DISTINCT FROM OLD."body"
    OR NEW."redactedAt" IS NULL
    OR NEW."redactedSha256" IS NULL OR NEW."redactedSha256" IS NOT DISTINCT FROM OLD."redactedSha256" THEN
    RAISE EXCEPTION 'A snapshot is kept as it was taken; only words in it may be destroyed, with the time and the new checksum.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "snapshot_only_redacted" BEFORE UPDATE ON "snapshot"
  FOR EACH ROW EXECUTE FUNCTION "refuse_snapshot_change"();
CREATE TRIGGER "snapshot_not_deleted" BEFORE DELETE ON "snapshot"
  FOR EACH ROW EXECUTE FUNCTION "refuse_snapshot_removal"();
CREATE TRIGGER "snapshot_not_emptied" BEFORE TRUNCATE ON "snapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_snapshot_removal"();

ALTER TABLE "snapshot" ENABLE ALWAYS TRIGGER "snapshot_only_redacted";
ALTER TABLE "snapshot" ENABLE ALWAYS TRIGGER "snapshot_not_deleted";
ALTER TABLE "snapshot" ENABLE ALWAYS TRIGGER "snapshot_not_emptied";
