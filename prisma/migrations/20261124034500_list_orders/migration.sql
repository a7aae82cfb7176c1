-- The plan's list in its most asked orders, so that the first page is read and not sorted out of ten thousand rows.
-- What is empty comes last either way, which an index read backwards would put first: hence one for each direction.
-- With the status, so that what is overdue or due soon is counted without reading the actions.
CREATE INDEX "action_live_due_desc" ON "action" ("planId", "dueDate" DESC NULLS LAST) INCLUDE ("status")
  WHERE "deletedAt" IS NULL;
CREATE INDEX "action_live_updated_desc" ON "action" ("planId", "lastUpdateAt" DESC NULLS LAST)
  WHERE "deletedAt" IS NULL;
CREATE INDEX "action_live_title" ON "action" ("planId", lower("title")) WHERE "deletedAt" IS NULL;
