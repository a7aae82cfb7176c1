-- CreateEnum
CREATE TYPE "Acceptance" AS ENUM ('NONE', 'OFFERED', 'ACCEPTED', 'QUERIED');

-- CreateEnum
CREATE TYPE "DueDateApproval" AS ENUM ('NONE', 'LEAD', 'BOARD');

-- CreateEnum
CREATE TYPE "DueDateRequestState" AS ENUM ('PENDING', 'AGREED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MeasureDirection" AS ENUM ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER');

-- CreateEnum
CREATE TYPE "MeasureFrequency" AS ENUM ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY');

-- CreateEnum
CREATE TYPE "MeasureMovement" AS ENUM ('TOWARDS', 'AWAY', 'STEADY', 'NO_FIGURES');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('OFFERED_TO_TEAM', 'ASSIGNED_TO_YOU', 'ACCEPTED', 'QUERIED', 'MENTIONED', 'COMMENTED', 'CHANGED', 'DATE_REQUESTED', 'DATE_DECIDED', 'HANDED_OVER');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RedactableEntity" ADD VALUE 'COMMENT';
ALTER TYPE "RedactableEntity" ADD VALUE 'MEASURE';

-- AlterTable
ALTER TABLE "action" ADD COLUMN     "acceptance" "Acceptance" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "acceptanceAt" TIMESTAMPTZ(3),
ADD COLUMN     "acceptanceById" TEXT,
ADD COLUMN     "acceptanceNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "leadPostId" TEXT,
ADD COLUMN     "mismatchCalculated" "Rag",
ADD COLUMN     "mismatchDeclared" "Rag",
ADD COLUMN     "mismatchExplainedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mismatchReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reviewMarkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewMarkedById" TEXT;

-- AlterTable
ALTER TABLE "date_revision" ADD COLUMN     "agreedBy" "DueDateApproval" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "agreedById" TEXT,
ADD COLUMN     "agreedNote" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "boardEveryWeeks" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "boardFirstDate" DATE,
ADD COLUMN     "dueDateApproval" "DueDateApproval" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "dueSoonDays" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "milestoneLateDays" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "nextMeasureNumber" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reviewTime" TEXT NOT NULL DEFAULT '10:00',
ADD COLUMN     "reviewWeekday" INTEGER,
ADD COLUMN     "silentDays" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "timesMoved" INTEGER NOT NULL DEFAULT 2;

-- CreateTable
CREATE TABLE "also_serves" (
    "actionId" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,

    CONSTRAINT "also_serves_pkey" PRIMARY KEY ("actionId","recommendationId")
);

-- CreateTable
CREATE TABLE "former_reference" (
    "recommendationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "actionId" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_reference_pkey" PRIMARY KEY ("recommendationId","number")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dueDate" DATE NOT NULL,
    "doneOn" DATE,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_dependency" (
    "predecessorId" TEXT NOT NULL,
    "successorId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_dependency_pkey" PRIMARY KEY ("predecessorId","successorId")
);

-- CreateTable
CREATE TABLE "due_date_request" (
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "fromDate" DATE,
    "toDate" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "DueDateRequestState" NOT NULL DEFAULT 'PENDING',
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "agreedBy" "DueDateApproval" NOT NULL DEFAULT 'NONE',
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "due_date_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_comment" (
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "action_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateTable
CREATE TABLE "action_follow" (
    "actionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_follow_pkey" PRIMARY KEY ("actionId","userId")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "search" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT '',
    "direction" "MeasureDirection" NOT NULL,
    "baseline" DECIMAL(18,4),
    "baselineDate" DATE,
    "target" DECIMAL(18,4),
    "targetDate" DATE,
    "frequency" "MeasureFrequency" NOT NULL,
    "ownerPostId" TEXT,
    "movement" "MeasureMovement" NOT NULL DEFAULT 'NO_FIGURES',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedReason" TEXT,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_point" (
    "id" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replacedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "measure_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_measure" (
    "actionId" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,

    CONSTRAINT "action_measure_pkey" PRIMARY KEY ("actionId","measureId")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "planId" TEXT NOT NULL,
    "actionId" TEXT,
    "sourceId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preference" (
    "userId" TEXT NOT NULL,
    "singleKeys" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "userId" TEXT NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "also_serves_recommendationId_idx" ON "also_serves"("recommendationId");

-- CreateIndex
CREATE INDEX "former_reference_actionId_idx" ON "former_reference"("actionId");

-- CreateIndex
CREATE INDEX "milestone_actionId_dueDate_idx" ON "milestone"("actionId", "dueDate");

-- CreateIndex
CREATE INDEX "action_dependency_successorId_idx" ON "action_dependency"("successorId");

-- CreateIndex
CREATE INDEX "due_date_request_actionId_requestedAt_idx" ON "due_date_request"("actionId", "requestedAt");

-- CreateIndex
CREATE INDEX "due_date_request_state_idx" ON "due_date_request"("state");

-- CreateIndex
CREATE INDEX "action_comment_actionId_createdAt_idx" ON "action_comment"("actionId", "createdAt");

-- CreateIndex
CREATE INDEX "comment_mention_userId_idx" ON "comment_mention"("userId");

-- CreateIndex
CREATE INDEX "action_follow_userId_idx" ON "action_follow"("userId");

-- CreateIndex
CREATE INDEX "saved_view_planId_ownerId_idx" ON "saved_view"("planId", "ownerId");

-- CreateIndex
CREATE INDEX "measure_recommendationId_idx" ON "measure"("recommendationId");

-- CreateIndex
CREATE INDEX "measure_ownerPostId_idx" ON "measure"("ownerPostId");

-- CreateIndex
CREATE UNIQUE INDEX "measure_planId_number_key" ON "measure"("planId", "number");

-- CreateIndex
CREATE INDEX "measure_point_measureId_date_idx" ON "measure_point"("measureId", "date");

-- CreateIndex
CREATE INDEX "action_measure_measureId_idx" ON "action_measure"("measureId");

-- CreateIndex
CREATE INDEX "notification_userId_readAt_createdAt_idx" ON "notification"("userId", "readAt", "createdAt");

-- CreateIndex
CREATE INDEX "notification_actionId_idx" ON "notification"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_userId_kind_sourceId_key" ON "notification"("userId", "kind", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_tokenDigest_key" ON "calendar_feed"("tokenDigest");

-- CreateIndex
CREATE INDEX "action_leadPostId_idx" ON "action"("leadPostId");

-- CreateIndex
CREATE INDEX "action_partnerTeamId_idx" ON "action"("partnerTeamId");

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_leadPostId_fkey" FOREIGN KEY ("leadPostId") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "also_serves" ADD CONSTRAINT "also_serves_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "also_serves" ADD CONSTRAINT "also_serves_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_reference" ADD CONSTRAINT "former_reference_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_reference" ADD CONSTRAINT "former_reference_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_dependency" ADD CONSTRAINT "action_dependency_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_dependency" ADD CONSTRAINT "action_dependency_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_date_request" ADD CONSTRAINT "due_date_request_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_comment" ADD CONSTRAINT "action_comment_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "action_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_follow" ADD CONSTRAINT "action_follow_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_ownerPostId_fkey" FOREIGN KEY ("ownerPostId") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_point" ADD CONSTRAINT "measure_point_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_measure" ADD CONSTRAINT "action_measure_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_measure" ADD CONSTRAINT "action_measure_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What teams were doing before acceptance was asked for, they have taken on.
UPDATE "action" SET "acceptance" = 'ACCEPTED' WHERE "teamId" IS NOT NULL;
