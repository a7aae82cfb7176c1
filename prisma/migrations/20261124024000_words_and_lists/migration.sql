-- Words are looked for in these expressions, written the same in packages/api/src/features/actions/search-words.ts.
-- 'english' finds "recruit" by "recruiting"; 'simple' finds what is typed so far ("recruitm") and words such as "who".
CREATE INDEX "action_words" ON "action" USING GIN ((
  to_tsvector('english', "title" || ' ' || "detail" || ' ' || "successMeasure")
  || to_tsvector('simple', "title" || ' ' || "detail" || ' ' || "successMeasure")));

CREATE INDEX "progress_update_words" ON "progress_update" USING GIN ((
  to_tsvector('english', "whatHappened" || ' ' || "difference" || ' ' || "inTheWay" || ' ' || "next")
  || to_tsvector('simple', "whatHappened" || ' ' || "difference" || ' ' || "inTheWay" || ' ' || "next")));

CREATE INDEX "evidence_words" ON "evidence" USING GIN ((
  to_tsvector('english', "title" || ' ' || "shows") || to_tsvector('simple', "title" || ' ' || "shows")));

-- The orders in which a plan's live actions are asked for most.
CREATE INDEX "action_live_due" ON "action" ("planId", "dueDate") WHERE "deletedAt" IS NULL;
CREATE INDEX "action_live_updated" ON "action" ("planId", "lastUpdateAt") WHERE "deletedAt" IS NULL;
CREATE INDEX "action_live_place" ON "action" ("planId", "recommendationId", "number") WHERE "deletedAt" IS NULL;
