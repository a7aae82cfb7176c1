-- CreateEnum
CREATE TYPE "WindowKind" AS ENUM ('MONITORING_VISIT', 'REINSPECTION');

-- CreateEnum
CREATE TYPE "PlanDateKind" AS ENUM ('MONITORING_VISIT', 'FOCUSED_VISIT', 'ADVISER_VISIT', 'SCRUTINY', 'ANNUAL_CONVERSATION', 'BOARD', 'OTHER');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'GATE_NEAR';
ALTER TYPE "NotificationKind" ADD VALUE 'WINDOW_NEAR';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RedactableEntity" ADD VALUE 'PLAN_DATE';
ALTER TYPE "RedactableEntity" ADD VALUE 'CLOCK_GATE';
ALTER TYPE "RedactableEntity" ADD VALUE 'WINDOW_ASSUMPTION';

-- CreateTable
CREATE TABLE "clock_gate" (
    "id" TEXT NOT NULL,
    "clockId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "workingDay" INTEGER,
    "dueDate" DATE NOT NULL,
    "doneOn" DATE,
    "doneBy" TEXT NOT NULL DEFAULT '',
    "doneNote" TEXT NOT NULL DEFAULT '',
    "recordedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clock_gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "window_assumption" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "kind" "WindowKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "fromDate" DATE,
    "untilDate" DATE,
    "reason" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "window_assumption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_date" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" "PlanDateKind" NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "fromDate" DATE NOT NULL,
    "untilDate" DATE NOT NULL,
    "isFirm" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" TEXT,
    "deletedReason" TEXT NOT NULL DEFAULT '',
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_date_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "clock_gate_clockId_position_idx" ON "clock_gate"("clockId", "position");

-- CreateIndex
CREATE INDEX "clock_gate_dueDate_idx" ON "clock_gate"("dueDate");

-- CreateIndex
CREATE INDEX "window_assumption_planId_idx" ON "window_assumption"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "window_assumption_inspectionId_kind_number_key" ON "window_assumption"("inspectionId", "kind", "number");

-- CreateIndex
CREATE INDEX "plan_date_planId_fromDate_idx" ON "plan_date"("planId", "fromDate");

-- AddForeignKey
ALTER TABLE "clock_gate" ADD CONSTRAINT "clock_gate_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "statutory_clock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "window_assumption" ADD CONSTRAINT "window_assumption_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "window_assumption" ADD CONSTRAINT "window_assumption_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_date" ADD CONSTRAINT "plan_date_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
