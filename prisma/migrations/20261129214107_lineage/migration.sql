-- CreateEnum
CREATE TYPE "LineageState" AS ENUM ('CONFIRMED', 'DISMISSED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RedactableEntity" ADD VALUE 'EARLIER_INSPECTION';
ALTER TYPE "RedactableEntity" ADD VALUE 'EARLIER_RECOMMENDATION';
ALTER TYPE "RedactableEntity" ADD VALUE 'LINEAGE_LINK';

-- CreateTable
CREATE TABLE "earlier_inspection" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" "InspectionKind" NOT NULL,
    "frameworkKey" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "authorityKey" TEXT NOT NULL,
    "inspectionDateText" TEXT NOT NULL,
    "startDate" DATE,
    "endDate" DATE NOT NULL,
    "publicationDate" DATE,
    "reportFileName" TEXT,
    "reportSha256" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedReason" TEXT,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "earlier_inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earlier_judgement" (
    "earlierInspectionId" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "grade" "Grade" NOT NULL,

    CONSTRAINT "earlier_judgement_pkey" PRIMARY KEY ("earlierInspectionId","area")
);

-- CreateTable
CREATE TABLE "earlier_recommendation" (
    "id" TEXT NOT NULL,
    "earlierInspectionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "leadIn" TEXT,
    "page" INTEGER,
    "judgementAreas" TEXT[],
    "whatWasDone" TEXT NOT NULL DEFAULT '',
    "closedOn" DATE,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "earlier_recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lineage_link" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,
    "earlierId" TEXT,
    "earlierInPlanId" TEXT,
    "state" "LineageState" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "similarity" INTEGER NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lineage_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "earlier_inspection_authorityKey_idx" ON "earlier_inspection"("authorityKey");

-- CreateIndex
CREATE INDEX "earlier_inspection_planId_idx" ON "earlier_inspection"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "earlier_recommendation_earlierInspectionId_number_key" ON "earlier_recommendation"("earlierInspectionId", "number");

-- CreateIndex
CREATE INDEX "lineage_link_planId_state_idx" ON "lineage_link"("planId", "state");

-- CreateIndex
CREATE INDEX "lineage_link_earlierId_idx" ON "lineage_link"("earlierId");

-- CreateIndex
CREATE INDEX "lineage_link_earlierInPlanId_idx" ON "lineage_link"("earlierInPlanId");

-- CreateIndex
CREATE UNIQUE INDEX "lineage_link_recommendationId_earlierId_key" ON "lineage_link"("recommendationId", "earlierId");

-- CreateIndex
CREATE UNIQUE INDEX "lineage_link_recommendationId_earlierInPlanId_key" ON "lineage_link"("recommendationId", "earlierInPlanId");

-- AddForeignKey
ALTER TABLE "earlier_inspection" ADD CONSTRAINT "earlier_inspection_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earlier_judgement" ADD CONSTRAINT "earlier_judgement_earlierInspectionId_fkey" FOREIGN KEY ("earlierInspectionId") REFERENCES "earlier_inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earlier_recommendation" ADD CONSTRAINT "earlier_recommendation_earlierInspectionId_fkey" FOREIGN KEY ("earlierInspectionId") REFERENCES "earlier_inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage_link" ADD CONSTRAINT "lineage_link_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage_link" ADD CONSTRAINT "lineage_link_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage_link" ADD CONSTRAINT "lineage_link_earlierId_fkey" FOREIGN KEY ("earlierId") REFERENCES "earlier_recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage_link" ADD CONSTRAINT "lineage_link_earlierInPlanId_fkey" FOREIGN KEY ("earlierInPlanId") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A link names exactly one earlier item, and never itself.
ALTER TABLE "lineage_link" ADD CONSTRAINT "lineage_link_one_earlier"
  CHECK (num_nonnulls("earlierId", "earlierInPlanId") = 1 AND "earlierInPlanId" IS DISTINCT FROM "recommendationId");
ALTER TABLE "lineage_link" ADD CONSTRAINT "lineage_link_similarity" CHECK ("similarity" BETWEEN 0 AND 100);
