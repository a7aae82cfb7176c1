-- AlterTable
ALTER TABLE "date_revision" ADD COLUMN     "takenBackAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "idempotency_key" ADD COLUMN     "answer" JSONB;
