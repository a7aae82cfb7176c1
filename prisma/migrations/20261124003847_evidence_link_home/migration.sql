-- AlterTable
ALTER TABLE "evidence_link" ADD COLUMN     "isHome" BOOLEAN NOT NULL DEFAULT true;
