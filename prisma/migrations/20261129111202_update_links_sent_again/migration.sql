-- AlterTable
ALTER TABLE "progress_update" ADD COLUMN     "writtenBy" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "update_link" ADD COLUMN     "outboxMailId" TEXT,
ADD COLUMN     "replacedById" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "update_link_replacedById_key" ON "update_link"("replacedById");
