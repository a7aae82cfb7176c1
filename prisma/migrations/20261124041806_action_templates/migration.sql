-- CreateTable
CREATE TABLE "action_template" (
    "id" TEXT NOT NULL,
    "planId" TEXT,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "successMeasure" TEXT NOT NULL DEFAULT '',
    "priority" "Priority" NOT NULL DEFAULT 'MEDIUM',
    "days" INTEGER,
    "milestones" JSONB NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_template_planId_idx" ON "action_template"("planId");

-- AddForeignKey
ALTER TABLE "action_template" ADD CONSTRAINT "action_template_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
