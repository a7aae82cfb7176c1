-- CreateEnum
CREATE TYPE "MeasureSignal" AS ENUM ('TOO_FEW', 'COMMON_CAUSE', 'IMPROVEMENT', 'CONCERN');

-- CreateEnum
CREATE TYPE "MeasureAssurance" AS ENUM ('NOT_KNOWN', 'PASSES', 'HIT_AND_MISS', 'FAILS');

-- AlterEnum
ALTER TYPE "RedactableEntity" ADD VALUE 'MEASURE_COMMENT';

-- AlterTable
ALTER TABLE "measure" ADD COLUMN     "assurance" "MeasureAssurance" NOT NULL DEFAULT 'NOT_KNOWN',
ADD COLUMN     "signal" "MeasureSignal" NOT NULL DEFAULT 'TOO_FEW',
ADD COLUMN     "standardKey" TEXT;

-- AlterTable
ALTER TABLE "measure_point" ADD COLUMN     "denominator" DECIMAL(18,4),
ADD COLUMN     "numerator" DECIMAL(18,4);

-- CreateTable
CREATE TABLE "planned_figure" (
    "measureId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,

    CONSTRAINT "planned_figure_pkey" PRIMARY KEY ("measureId","date")
);

-- CreateTable
CREATE TABLE "measure_step" (
    "id" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedById" TEXT,
    "removedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "measure_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_comment" (
    "id" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "measure_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_serves" (
    "measureId" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,

    CONSTRAINT "measure_serves_pkey" PRIMARY KEY ("measureId","recommendationId")
);

-- CreateTable
CREATE TABLE "figure_import" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "failure" TEXT NOT NULL DEFAULT '',
    "grid" JSONB,
    "choices" JSONB NOT NULL,
    "written" JSONB,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importedById" TEXT,
    "importedAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "figure_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "measure_step_measureId_date_idx" ON "measure_step"("measureId", "date");

-- CreateIndex
CREATE INDEX "measure_comment_measureId_date_idx" ON "measure_comment"("measureId", "date");

-- CreateIndex
CREATE INDEX "measure_serves_recommendationId_idx" ON "measure_serves"("recommendationId");

-- CreateIndex
CREATE INDEX "figure_import_planId_createdAt_idx" ON "figure_import"("planId", "createdAt");

-- AddForeignKey
ALTER TABLE "planned_figure" ADD CONSTRAINT "planned_figure_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_step" ADD CONSTRAINT "measure_step_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_comment" ADD CONSTRAINT "measure_comment_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_serves" ADD CONSTRAINT "measure_serves_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_serves" ADD CONSTRAINT "measure_serves_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_import" ADD CONSTRAINT "figure_import_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
