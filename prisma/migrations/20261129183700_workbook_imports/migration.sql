-- CreateTable
CREATE TABLE "workbook_import" (
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

    CONSTRAINT "workbook_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heading_choice" (
    "key" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "chosenById" TEXT NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "heading_choice_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "workbook_import_planId_createdAt_idx" ON "workbook_import"("planId", "createdAt");

-- AddForeignKey
ALTER TABLE "workbook_import" ADD CONSTRAINT "workbook_import_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
