-- The audit is only ever added to. These triggers hold for everybody, the owner of the tables included, and also
-- while replication settings switch ordinary triggers off. The serving role lacks the rights as well
-- (packages/db/src/migrate/grants.ts).

CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit is only ever added to: % of % is refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

-- A payload may be destroyed (blanked, with the time and the decision that allowed it), and nothing else.
CREATE FUNCTION "refuse_audit_payload_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."eventId" IS DISTINCT FROM OLD."eventId" OR NEW."redactedAt" IS NULL OR NEW."redactionId" IS NULL THEN
    RAISE EXCEPTION 'A payload of the audit may only be destroyed, with a time and a decision.'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "audit_event_only_added" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_event_not_emptied" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_seal_only_added" BEFORE UPDATE OR DELETE ON "audit_seal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_seal_not_emptied" BEFORE TRUNCATE ON "audit_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_payload_only_destroyed" BEFORE UPDATE ON "audit_payload"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_payload_change"();
CREATE TRIGGER "audit_payload_not_deleted" BEFORE DELETE ON "audit_payload"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_payload_not_emptied" BEFORE TRUNCATE ON "audit_payload"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER "audit_event_only_added";
ALTER TABLE "audit_event" ENABLE ALWAYS TRIGGER "audit_event_not_emptied";
ALTER TABLE "audit_seal" ENABLE ALWAYS TRIGGER "audit_seal_only_added";
ALTER TABLE "audit_seal" ENABLE ALWAYS TRIGGER "audit_seal_not_emptied";
ALTER TABLE "audit_payload" ENABLE ALWAYS TRIGGER "audit_payload_only_destroyed";
ALTER TABLE "audit_payload" ENABLE ALWAYS TRIGGER "audit_payload_not_deleted";
ALTER TABLE "audit_payload" ENABLE ALWAYS TRIGGER "audit_payload_not_emptied";
