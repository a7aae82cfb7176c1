-- AlterEnum
ALTER TYPE "DigestPart" ADD VALUE 'EVIDENCE_QUESTION';

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'MADE_CHAIR';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RedactableEntity" ADD VALUE 'LINE_OF_ENQUIRY';
ALTER TYPE "RedactableEntity" ADD VALUE 'PACK';

-- CreateTable
CREATE TABLE "text_allowance" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "entity" "RedactableEntity" NOT NULL,
    "entityId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "allowedById" TEXT NOT NULL,
    "allowedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "text_allowance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "text_allowance_planId_idx" ON "text_allowance"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "text_allowance_entityId_field_key" ON "text_allowance"("entityId", "field");
