-- CreateEnum
CREATE TYPE "DigestPart" AS ENUM ('DUE', 'OVERDUE', 'UPDATE_WANTED', 'RETURNED_EVIDENCE', 'MENTIONS');

-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('MINUTES', 'BOARD_REPORT', 'STATEMENT_OF_ACTION');

-- CreateEnum
CREATE TYPE "ReportEdition" AS ENUM ('INTERNAL', 'PUBLIC');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('DRAFT', 'ISSUING', 'ISSUED', 'FAILED');

-- CreateEnum
CREATE TYPE "ReportFormat" AS ENUM ('DOCX', 'PDF');

-- CreateEnum
CREATE TYPE "ApprovalBody" AS ENUM ('COUNCIL', 'TRUST');

-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('REVIEW', 'BOARD');

-- CreateEnum
CREATE TYPE "HolidayRule" AS ENUM ('PREVIOUS_WORKING_DAY', 'NEXT_WORKING_DAY');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('PREPARED', 'OPEN', 'FROZEN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AgendaSection" AS ENUM ('DECISIONS', 'OVERDUE', 'RED_AMBER', 'MOVED_RAG', 'SILENT', 'COPY_PASTE', 'CHANGED', 'DUE_NEXT', 'ADDED');

-- CreateEnum
CREATE TYPE "ReviewItemState" AS ENUM ('WAITING', 'DONE', 'PARKED');

-- CreateEnum
CREATE TYPE "DecisionState" AS ENUM ('OPEN', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('EXPECTED', 'PRESENT', 'APOLOGIES', 'ABSENT');

-- CreateEnum
CREATE TYPE "SnapshotCause" AS ENUM ('REVIEW', 'SCHEDULE', 'BY_HAND');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'UPDATE_WANTED';
ALTER TYPE "NotificationKind" ADD VALUE 'NUDGED';
ALTER TYPE "NotificationKind" ADD VALUE 'EVIDENCE_RETURNED';
ALTER TYPE "NotificationKind" ADD VALUE 'REVIEW_READY';
ALTER TYPE "NotificationKind" ADD VALUE 'REVIEW_FROZEN';
ALTER TYPE "NotificationKind" ADD VALUE 'DECISION_GIVEN';
ALTER TYPE "NotificationKind" ADD VALUE 'DIGEST';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RedactableEntity" ADD VALUE 'REVIEW';
ALTER TYPE "RedactableEntity" ADD VALUE 'REPORT';

-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "insideMailDomains" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "attachments" JSONB,
ADD COLUMN     "notBefore" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "boardTime" TEXT NOT NULL DEFAULT '14:00',
ADD COLUMN     "holidayRule" "HolidayRule" NOT NULL DEFAULT 'PREVIOUS_WORKING_DAY',
ADD COLUMN     "nextReviewNumber" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "nextSnapshotNumber" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reviewMinutes" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "updatesDueDaysBefore" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "updatesDueTime" TEXT NOT NULL DEFAULT '17:00';

-- AlterTable
ALTER TABLE "preference" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "digestDays" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
ADD COLUMN     "digestLeavesOut" "DigestPart"[] DEFAULT ARRAY[]::"DigestPart"[],
ADD COLUMN     "digestTime" TEXT NOT NULL DEFAULT '07:30',
ADD COLUMN     "quietFrom" TEXT NOT NULL DEFAULT '18:00',
ADD COLUMN     "quietTo" TEXT NOT NULL DEFAULT '07:00';

-- AlterTable
ALTER TABLE "progress_update" ADD COLUMN     "linkId" TEXT,
ADD COLUMN     "nothingChanged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sameAsLast" INTEGER;

-- CreateTable
CREATE TABLE "digest" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "forDate" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "counts" JSONB NOT NULL,
    "outboxMailId" TEXT,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_link" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "firstOpenedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" TEXT,

    CONSTRAINT "update_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "versionNumber" INTEGER NOT NULL DEFAULT 1,
    "edition" "ReportEdition" NOT NULL DEFAULT 'INTERNAL',
    "state" "ReportState" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "snapshotId" TEXT,
    "reviewId" TEXT,
    "clockId" TEXT,
    "content" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issuedAt" TIMESTAMPTZ(3),
    "issuedById" TEXT,
    "submittedOn" DATE,
    "failure" TEXT,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_file" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "format" "ReportFormat" NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_approval" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "body" "ApprovalBody" NOT NULL,
    "approvedOn" DATE NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "report_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_member" (
    "planId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "meeting" "MeetingKind" NOT NULL,
    "isChair" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_member_pkey" PRIMARY KEY ("planId","userId","meeting")
);

-- CreateTable
CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "meeting" "MeetingKind" NOT NULL DEFAULT 'REVIEW',
    "recommendationId" TEXT,
    "teamId" TEXT,
    "heldOn" DATE NOT NULL,
    "movedFrom" DATE,
    "startTime" TEXT NOT NULL DEFAULT '10:00',
    "minutesPlanned" INTEGER NOT NULL DEFAULT 60,
    "state" "ReviewState" NOT NULL DEFAULT 'PREPARED',
    "chairId" TEXT,
    "currentItemId" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" TEXT,
    "frozenAt" TIMESTAMPTZ(3),
    "frozenById" TEXT,
    "cancelledReason" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "carriedFromId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_item" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "actionId" TEXT,
    "decisionId" TEXT,
    "section" "AgendaSection" NOT NULL,
    "sections" "AgendaSection"[],
    "position" INTEGER NOT NULL,
    "state" "ReviewItemState" NOT NULL DEFAULT 'WAITING',
    "note" TEXT NOT NULL DEFAULT '',
    "secondsSpent" INTEGER NOT NULL DEFAULT 0,
    "before" JSONB,
    "doneAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_decision" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "actionId" TEXT,
    "recommendationId" TEXT,
    "text" TEXT NOT NULL,
    "ownerPostId" TEXT,
    "dueDate" DATE,
    "state" "DecisionState" NOT NULL DEFAULT 'OPEN',
    "settledInId" TEXT,
    "settledNote" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ(3),
    "settledById" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_attendance" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "userId" TEXT,
    "name" TEXT NOT NULL,
    "attendance" "Attendance" NOT NULL,
    "isChair" BOOLEAN NOT NULL DEFAULT false,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "review_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_correction" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "review_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" "SnapshotCause" NOT NULL,
    "reviewId" TEXT,
    "asAt" DATE NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenById" TEXT,
    "formatVersion" INTEGER NOT NULL DEFAULT 1,
    "sha256" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "textSize" INTEGER NOT NULL,
    "actionCount" INTEGER NOT NULL,
    "totals" JSONB NOT NULL,
    "redactedAt" TIMESTAMPTZ(3),
    "redactedSha256" TEXT,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_userId_forDate_key" ON "digest"("userId", "forDate");

-- CreateIndex
CREATE UNIQUE INDEX "update_link_tokenDigest_key" ON "update_link"("tokenDigest");

-- CreateIndex
CREATE INDEX "update_link_planId_idx" ON "update_link"("planId");

-- CreateIndex
CREATE INDEX "report_planId_kind_createdAt_idx" ON "report"("planId", "kind", "createdAt");

-- CreateIndex
CREATE INDEX "report_reviewId_idx" ON "report"("reviewId");

-- CreateIndex
CREATE UNIQUE INDEX "report_planId_kind_number_versionNumber_edition_key" ON "report"("planId", "kind", "number", "versionNumber", "edition");

-- CreateIndex
CREATE INDEX "report_file_sha256_idx" ON "report_file"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "report_file_reportId_format_key" ON "report_file"("reportId", "format");

-- CreateIndex
CREATE INDEX "report_approval_reportId_idx" ON "report_approval"("reportId");

-- CreateIndex
CREATE INDEX "plan_member_userId_idx" ON "plan_member"("userId");

-- CreateIndex
CREATE INDEX "review_planId_state_heldOn_idx" ON "review"("planId", "state", "heldOn");

-- CreateIndex
CREATE UNIQUE INDEX "review_planId_number_key" ON "review"("planId", "number");

-- CreateIndex
CREATE INDEX "review_item_reviewId_position_idx" ON "review_item"("reviewId", "position");

-- CreateIndex
CREATE INDEX "review_item_actionId_idx" ON "review_item"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "review_item_reviewId_actionId_key" ON "review_item"("reviewId", "actionId");

-- CreateIndex
CREATE INDEX "review_decision_planId_state_idx" ON "review_decision"("planId", "state");

-- CreateIndex
CREATE INDEX "review_decision_actionId_idx" ON "review_decision"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "review_decision_reviewId_number_key" ON "review_decision"("reviewId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "review_attendance_reviewId_userId_key" ON "review_attendance"("reviewId", "userId");

-- CreateIndex
CREATE INDEX "review_correction_reviewId_idx" ON "review_correction"("reviewId");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_reviewId_key" ON "snapshot"("reviewId");

-- CreateIndex
CREATE INDEX "snapshot_planId_asAt_idx" ON "snapshot"("planId", "asAt");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_planId_number_key" ON "snapshot"("planId", "number");

-- CreateIndex
CREATE INDEX "progress_update_linkId_idx" ON "progress_update"("linkId");

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "update_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_link" ADD CONSTRAINT "update_link_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_approval" ADD CONSTRAINT "report_approval_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_member" ADD CONSTRAINT "plan_member_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_attendance" ADD CONSTRAINT "review_attendance_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_correction" ADD CONSTRAINT "review_correction_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "review"("id") ON DELETE SET NULL ON UPDATE CASCADE;
