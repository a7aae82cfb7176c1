-- AlterEnum
ALTER TYPE "AgendaSection" ADD VALUE 'ASKED';

-- AlterEnum
ALTER TYPE "DigestPart" ADD VALUE 'EVIDENCE_ASKED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'EVIDENCE_QUESTIONED';
ALTER TYPE "NotificationKind" ADD VALUE 'EVIDENCE_ANSWERED';
ALTER TYPE "NotificationKind" ADD VALUE 'SCREENING_FOUND';
ALTER TYPE "NotificationKind" ADD VALUE 'SCREENING_DECIDED';
ALTER TYPE "NotificationKind" ADD VALUE 'EVIDENCE_ASKED';
ALTER TYPE "NotificationKind" ADD VALUE 'ASK_ANSWERED';
ALTER TYPE "NotificationKind" ADD VALUE 'ASK_OVERDUE';
ALTER TYPE "NotificationKind" ADD VALUE 'SUSTAIN_DUE';

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "difference" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "evidence_sample" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "pool" INTEGER[],
    "evidenceIds" TEXT[],
    "drawnById" TEXT NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_sample_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_sample_planId_drawnAt_idx" ON "evidence_sample"("planId", "drawnAt");
