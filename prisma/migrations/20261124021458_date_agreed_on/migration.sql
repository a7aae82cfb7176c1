-- AlterTable
ALTER TABLE "date_revision" ADD COLUMN     "agreedOn" DATE;

-- AlterTable
ALTER TABLE "due_date_request" ADD COLUMN     "agreedOn" DATE;

-- One question at a time: a new date is asked for once, until it is agreed, refused or withdrawn.
CREATE UNIQUE INDEX "due_date_request_one_pending" ON "due_date_request" ("actionId") WHERE "state" = 'PENDING';
