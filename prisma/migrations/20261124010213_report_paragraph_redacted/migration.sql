-- AlterEnum
ALTER TYPE "RedactableEntity" ADD VALUE 'REPORT_PARAGRAPH';

-- AlterTable
ALTER TABLE "report_paragraph" ADD COLUMN     "redactedAt" TIMESTAMPTZ(3);
