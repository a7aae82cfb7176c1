-- CreateEnum
CREATE TYPE "EvidenceForm" AS ENUM ('FILE', 'LINK', 'NOTE');

-- CreateEnum
CREATE TYPE "ScreeningOutcome" AS ENUM ('NOTHING_FOUND', 'FOUND', 'COULD_NOT_SCREEN');

-- CreateEnum
CREATE TYPE "ScreeningAnswer" AS ENUM ('NONE', 'JUSTIFIED', 'ALLOWED', 'REFUSED');

-- CreateEnum
CREATE TYPE "AskState" AS ENUM ('OPEN', 'DONE', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PackAudience" AS ENUM ('INSPECTOR', 'BOARD', 'PUBLIC');

-- CreateEnum
CREATE TYPE "RecommendationStatus" AS ENUM ('OPEN', 'CLOSED', 'REOPENED');

-- CreateEnum
CREATE TYPE "SustainState" AS ENUM ('WAITING', 'SUSTAINED', 'NOT_SUSTAINED');

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "authorPost" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "form" "EvidenceForm" NOT NULL DEFAULT 'FILE',
ADD COLUMN     "supersededById" TEXT,
ADD COLUMN     "validUntil" DATE;

-- AlterTable
ALTER TABLE "evidence_check" ADD COLUMN     "isSample" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "evidence_version" ADD COLUMN     "details" JSONB;

-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "caseNumberShape" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "officePostcodes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "pack" ADD COLUMN     "audience" "PackAudience" NOT NULL DEFAULT 'INSPECTOR',
ADD COLUMN     "content" BYTEA,
ADD COLUMN     "contentSha256" TEXT,
ADD COLUMN     "coverNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "cutOff" DATE,
ADD COLUMN     "expiredAt" TIMESTAMPTZ(3),
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "isPartial" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reviewId" TEXT,
ADD COLUMN     "signature" TEXT,
ADD COLUMN     "signingKeyId" TEXT;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "minEvidenceKinds" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "newestWithinDays" INTEGER NOT NULL DEFAULT 90,
ADD COLUMN     "nextEnquiryNumber" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "packKeptDays" INTEGER NOT NULL DEFAULT 365,
ADD COLUMN     "requireImpact" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "recommendation" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "status" "RecommendationStatus" NOT NULL DEFAULT 'OPEN';

-- CreateTable
CREATE TABLE "evidence_question" (
    "id" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_screening" (
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "rules" INTEGER NOT NULL,
    "outcome" "ScreeningOutcome" NOT NULL,
    "findings" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "likely" INTEGER NOT NULL DEFAULT 0,
    "notices" TEXT[],
    "unread" TEXT[],
    "screenedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "ScreeningAnswer" NOT NULL DEFAULT 'NONE',
    "justification" TEXT NOT NULL DEFAULT '',
    "justifiedById" TEXT,
    "justifiedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_ask" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,
    "actionId" TEXT,
    "postId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueDate" DATE NOT NULL,
    "state" "AskState" NOT NULL DEFAULT 'OPEN',
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "evidenceId" TEXT,
    "settledById" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settledNote" TEXT NOT NULL DEFAULT '',
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line_of_enquiry" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recommendationIds" TEXT[],
    "evidenceIds" TEXT[],
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "line_of_enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_download" (
    "id" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pack_download_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_point" (
    "planId" TEXT NOT NULL,
    "takenOn" DATE NOT NULL,
    "items" INTEGER NOT NULL,
    "ready" INTEGER NOT NULL,
    "recommendations" INTEGER NOT NULL,
    "byReference" JSONB NOT NULL,

    CONSTRAINT "readiness_point_pkey" PRIMARY KEY ("planId","takenOn")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "sealedKey" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation_closure" (
    "id" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,
    "done" TEXT NOT NULL,
    "practice" TEXT NOT NULL,
    "consistent" TEXT NOT NULL,
    "difference" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "closedById" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reopenedById" TEXT,
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenedReason" TEXT NOT NULL DEFAULT '',
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendation_closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sustain_check" (
    "id" TEXT NOT NULL,
    "closureId" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "dueDate" DATE NOT NULL,
    "state" "SustainState" NOT NULL DEFAULT 'WAITING',
    "note" TEXT NOT NULL DEFAULT '',
    "evidenceIds" TEXT[],
    "checkedById" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sustain_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_question_evidenceId_askedAt_idx" ON "evidence_question"("evidenceId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_screening_versionId_rules_key" ON "evidence_screening"("versionId", "rules");

-- CreateIndex
CREATE INDEX "evidence_ask_planId_state_dueDate_idx" ON "evidence_ask"("planId", "state", "dueDate");

-- CreateIndex
CREATE INDEX "evidence_ask_postId_state_idx" ON "evidence_ask"("postId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "line_of_enquiry_planId_number_key" ON "line_of_enquiry"("planId", "number");

-- CreateIndex
CREATE INDEX "pack_download_packId_at_idx" ON "pack_download"("packId", "at");

-- CreateIndex
CREATE INDEX "recommendation_closure_recommendationId_idx" ON "recommendation_closure"("recommendationId");

-- CreateIndex
CREATE INDEX "sustain_check_state_dueDate_idx" ON "sustain_check"("state", "dueDate");

-- CreateIndex
CREATE UNIQUE INDEX "sustain_check_closureId_months_key" ON "sustain_check"("closureId", "months");

-- AddForeignKey
ALTER TABLE "evidence_question" ADD CONSTRAINT "evidence_question_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_screening" ADD CONSTRAINT "evidence_screening_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "evidence_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_download" ADD CONSTRAINT "pack_download_packId_fkey" FOREIGN KEY ("packId") REFERENCES "pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_closure" ADD CONSTRAINT "recommendation_closure_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sustain_check" ADD CONSTRAINT "sustain_check_closureId_fkey" FOREIGN KEY ("closureId") REFERENCES "recommendation_closure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
