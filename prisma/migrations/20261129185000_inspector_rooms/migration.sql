-- CreateEnum
CREATE TYPE "RoomEvent" AS ENUM ('OPENED', 'VISITOR_ADDED', 'LINK_RENEWED', 'VISITOR_REVOKED', 'PACK_CHANGED', 'CLOSED', 'ENTERED', 'WRONG_CODE', 'LOCKED', 'TURNED_AWAY', 'LEFT', 'PAGE', 'FILE_VIEWED', 'FILE_DOWNLOADED', 'PACK_DOWNLOADED', 'ASKED');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'ROOM_ASKED';

-- AlterTable
ALTER TABLE "line_of_enquiry" ADD COLUMN     "roomVisitorId" TEXT;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "nextRoomNumber" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "inspector_room" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspector_room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_visitor" (
    "id" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "codeDigest" TEXT NOT NULL,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "lockedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "room_visitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_session" (
    "id" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_log_line" (
    "id" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "visitorId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" "RoomEvent" NOT NULL,
    "what" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "room_log_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inspector_room_planId_number_key" ON "inspector_room"("planId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "room_visitor_tokenDigest_key" ON "room_visitor"("tokenDigest");

-- CreateIndex
CREATE INDEX "room_visitor_roomId_idx" ON "room_visitor"("roomId");

-- CreateIndex
CREATE UNIQUE INDEX "room_session_tokenDigest_key" ON "room_session"("tokenDigest");

-- CreateIndex
CREATE INDEX "room_session_visitorId_idx" ON "room_session"("visitorId");

-- CreateIndex
CREATE INDEX "room_log_line_roomId_at_idx" ON "room_log_line"("roomId", "at");

-- CreateIndex
CREATE INDEX "line_of_enquiry_roomVisitorId_idx" ON "line_of_enquiry"("roomVisitorId");

-- AddForeignKey
ALTER TABLE "line_of_enquiry" ADD CONSTRAINT "line_of_enquiry_roomVisitorId_fkey" FOREIGN KEY ("roomVisitorId") REFERENCES "room_visitor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspector_room" ADD CONSTRAINT "inspector_room_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspector_room" ADD CONSTRAINT "inspector_room_packId_fkey" FOREIGN KEY ("packId") REFERENCES "pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_visitor" ADD CONSTRAINT "room_visitor_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "inspector_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_session" ADD CONSTRAINT "room_session_visitorId_fkey" FOREIGN KEY ("visitorId") REFERENCES "room_visitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_log_line" ADD CONSTRAINT "room_log_line_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "inspector_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_log_line" ADD CONSTRAINT "room_log_line_visitorId_fkey" FOREIGN KEY ("visitorId") REFERENCES "room_visitor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The access log of a room is only ever added to. These triggers hold for everybody, the owner of the table included,
-- and also while replication settings switch ordinary triggers off. The serving role lacks the rights as well
-- (packages/db/src/migrate/grants.ts).

CREATE FUNCTION "refuse_room_log_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The access log of a room is kept as it was written: % is refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "room_log_not_changed" BEFORE UPDATE OR DELETE ON "room_log_line"
  FOR EACH ROW EXECUTE FUNCTION "refuse_room_log_change"();
CREATE TRIGGER "room_log_not_emptied" BEFORE TRUNCATE ON "room_log_line"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_room_log_change"();

ALTER TABLE "room_log_line" ENABLE ALWAYS TRIGGER "room_log_not_changed";
ALTER TABLE "room_log_line" ENABLE ALWAYS TRIGGER "room_log_not_emptied";
