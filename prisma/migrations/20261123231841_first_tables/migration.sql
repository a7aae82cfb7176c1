-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'CLOSED', 'REOPENED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Rag" AS ENUM ('RED', 'AMBER', 'GREEN', 'BLUE', 'NONE');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('URGENT', 'HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('AUDIT', 'DATA', 'OBSERVATION', 'CHILD_OR_FAMILY_VOICE', 'STAFF_VOICE', 'DOCUMENT', 'MINUTES');

-- CreateEnum
CREATE TYPE "EvidenceState" AS ENUM ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Sensitivity" AS ENUM ('OFFICIAL', 'OFFICIAL_SENSITIVE');

-- CreateEnum
CREATE TYPE "InvitationKind" AS ENUM ('JOIN', 'RESET');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMINISTRATOR', 'PROGRAMME_LEAD', 'MANAGER', 'CONTRIBUTOR', 'PARTNER', 'VERIFIER', 'VIEWER');

-- CreateEnum
CREATE TYPE "PackState" AS ENUM ('QUEUED', 'BUILDING', 'READY', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PlanKind" AS ENUM ('INSPECTION', 'SEND_AREA', 'JTAI', 'PEER_REVIEW', 'INTERNAL_AUDIT');

-- CreateEnum
CREATE TYPE "InspectionKind" AS ENUM ('ILACS_STANDARD', 'ILACS_SHORT', 'FOCUSED_VISIT', 'MONITORING_VISIT', 'JTAI', 'SEND_AREA', 'SIF', 'PEER_REVIEW', 'INTERNAL_AUDIT');

-- CreateEnum
CREATE TYPE "Grade" AS ENUM ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE');

-- CreateEnum
CREATE TYPE "RedactionState" AS ENUM ('REQUESTED', 'DONE', 'REFUSED');

-- CreateEnum
CREATE TYPE "RedactableEntity" AS ENUM ('ACTION', 'PROGRESS_UPDATE', 'EVIDENCE', 'EVIDENCE_VERSION', 'RECOMMENDATION');

-- CreateEnum
CREATE TYPE "InstallationMode" AS ENUM ('SAMPLE', 'REAL');

-- CreateEnum
CREATE TYPE "TeamKind" AS ENUM ('INTERNAL', 'PARTNER_AGENCY');

-- CreateTable
CREATE TABLE "action" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "teamId" TEXT,
    "ownerPostId" TEXT,
    "ownerUserId" TEXT,
    "partnerTeamId" TEXT,
    "startDate" DATE,
    "originalDueDate" DATE,
    "dueDate" DATE,
    "successMeasure" TEXT NOT NULL DEFAULT '',
    "priority" "Priority" NOT NULL DEFAULT 'MEDIUM',
    "status" "DeliveryStatus" NOT NULL DEFAULT 'NOT_STARTED',
    "statusReason" TEXT,
    "statusChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "declaredRag" "Rag" NOT NULL DEFAULT 'NONE',
    "ragReason" TEXT NOT NULL DEFAULT '',
    "ragDeclaredAt" TIMESTAMPTZ(3),
    "percentComplete" INTEGER NOT NULL DEFAULT 0,
    "lastUpdateAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedReason" TEXT,
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporting_team" (
    "actionId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,

    CONSTRAINT "supporting_team_pkey" PRIMARY KEY ("actionId","teamId")
);

-- CreateTable
CREATE TABLE "date_revision" (
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "fromDate" DATE,
    "toDate" DATE,
    "reason" TEXT NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "date_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_update" (
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "onBehalfOfId" TEXT,
    "whatHappened" TEXT NOT NULL,
    "difference" TEXT NOT NULL,
    "inTheWay" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "rag" "Rag" NOT NULL,
    "ragReason" TEXT NOT NULL,
    "percentComplete" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "correctsId" TEXT,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "progress_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "planId" TEXT,
    "requestId" TEXT NOT NULL,
    "payloadDigest" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_payload" (
    "eventId" BIGINT NOT NULL,
    "salt" TEXT,
    "body" JSONB,
    "redactedAt" TIMESTAMPTZ(3),
    "redactionId" TEXT,

    CONSTRAINT "audit_payload_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "shows" TEXT NOT NULL,
    "showsImpact" BOOLEAN NOT NULL DEFAULT false,
    "periodFrom" DATE,
    "periodTo" DATE,
    "source" TEXT NOT NULL DEFAULT '',
    "sensitivity" "Sensitivity" NOT NULL DEFAULT 'OFFICIAL',
    "state" "EvidenceState" NOT NULL DEFAULT 'SUBMITTED',
    "uploadedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_version" (
    "id" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_link" (
    "id" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "actionId" TEXT,
    "recommendationId" TEXT NOT NULL,
    "linkedById" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_check" (
    "id" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "decision" "EvidenceState" NOT NULL,
    "reason" TEXT NOT NULL,
    "checkedById" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT true,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "activeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("userId","role")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "kind" "InvitationKind" NOT NULL DEFAULT 'JOIN',
    "tokenDigest" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" "Role"[],
    "teamIds" TEXT[],
    "postId" TEXT,
    "userId" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "PackState" NOT NULL DEFAULT 'QUEUED',
    "stage" TEXT NOT NULL DEFAULT '',
    "stageDone" INTEGER NOT NULL DEFAULT 0,
    "stageTotal" INTEGER NOT NULL DEFAULT 0,
    "recommendationIds" TEXT[],
    "marking" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "fileName" TEXT,
    "sha256" TEXT,
    "size" BIGINT,
    "manifest" JSONB,
    "omissions" JSONB,
    "checkpointHash" TEXT,
    "failure" TEXT,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PlanKind" NOT NULL DEFAULT 'INSPECTION',
    "councilName" TEXT NOT NULL,
    "trustName" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "nextRecommendationNumber" INTEGER NOT NULL DEFAULT 1,
    "nextEvidenceNumber" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" "InspectionKind" NOT NULL,
    "frameworkKey" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "inspectionDateText" TEXT NOT NULL,
    "startDate" DATE,
    "endDate" DATE,
    "publicationDate" DATE,
    "receivedDate" DATE NOT NULL,
    "leadInspector" TEXT,
    "urn" TEXT,
    "reportFileName" TEXT,
    "reportSha256" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "id" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "grade" "Grade" NOT NULL,
    "page" INTEGER,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_paragraph" (
    "id" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "page" INTEGER NOT NULL,
    "heading" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "report_paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statutory_clock" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "receivedDate" DATE NOT NULL,
    "dueDate" DATE NOT NULL,
    "submittedOn" DATE,
    "submittedFileName" TEXT,
    "submittedSha256" TEXT,
    "submittedMediaType" TEXT,
    "submittedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "statutory_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "inspectionId" TEXT,
    "number" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "leadIn" TEXT,
    "page" INTEGER,
    "judgementAreas" TEXT[],
    "frameworkRefs" TEXT[],
    "leadPostId" TEXT,
    "goodLooksLike" TEXT NOT NULL DEFAULT '',
    "closureTest" TEXT NOT NULL DEFAULT '',
    "minEvidenceKinds" INTEGER NOT NULL DEFAULT 2,
    "newestWithinDays" INTEGER NOT NULL DEFAULT 90,
    "requireImpact" BOOLEAN NOT NULL DEFAULT true,
    "nextActionNumber" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation_paragraph" (
    "recommendationId" TEXT NOT NULL,
    "paragraphId" TEXT NOT NULL,
    "sharedWords" TEXT[],

    CONSTRAINT "recommendation_paragraph_pkey" PRIMARY KEY ("recommendationId","paragraphId")
);

-- CreateTable
CREATE TABLE "redaction" (
    "id" TEXT NOT NULL,
    "entity" "RedactableEntity" NOT NULL,
    "entityId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RedactionState" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" "InstallationMode" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sampleLoadedAt" TIMESTAMPTZ(3),
    "setUpAt" TIMESTAMPTZ(3),
    "uploadMaxBytes" BIGINT NOT NULL DEFAULT 104857600,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "draft" (
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "draft" JSONB NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "planId" TEXT,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TeamKind" NOT NULL DEFAULT 'INTERNAL',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_membership" (
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "team_membership_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateTable
CREATE TABLE "post" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_holding" (
    "id" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "fromDate" DATE NOT NULL,
    "toDate" DATE,
    "note" TEXT,

    CONSTRAINT "post_holding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_planId_deletedAt_dueDate_idx" ON "action"("planId", "deletedAt", "dueDate");

-- CreateIndex
CREATE INDEX "action_planId_teamId_idx" ON "action"("planId", "teamId");

-- CreateIndex
CREATE INDEX "action_planId_status_idx" ON "action"("planId", "status");

-- CreateIndex
CREATE INDEX "action_ownerPostId_idx" ON "action"("ownerPostId");

-- CreateIndex
CREATE INDEX "action_ownerUserId_idx" ON "action"("ownerUserId");

-- CreateIndex
CREATE UNIQUE INDEX "action_recommendationId_number_key" ON "action"("recommendationId", "number");

-- CreateIndex
CREATE INDEX "supporting_team_teamId_idx" ON "supporting_team"("teamId");

-- CreateIndex
CREATE INDEX "date_revision_actionId_changedAt_idx" ON "date_revision"("actionId", "changedAt");

-- CreateIndex
CREATE INDEX "progress_update_actionId_createdAt_idx" ON "progress_update"("actionId", "createdAt");

-- CreateIndex
CREATE INDEX "audit_event_entityType_entityId_id_idx" ON "audit_event"("entityType", "entityId", "id");

-- CreateIndex
CREATE INDEX "audit_event_planId_id_idx" ON "audit_event"("planId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_eventId_key" ON "audit_seal"("eventId");

-- CreateIndex
CREATE INDEX "evidence_planId_state_idx" ON "evidence"("planId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_planId_number_key" ON "evidence"("planId", "number");

-- CreateIndex
CREATE INDEX "evidence_version_sha256_idx" ON "evidence_version"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_version_evidenceId_number_key" ON "evidence_version"("evidenceId", "number");

-- CreateIndex
CREATE INDEX "evidence_link_actionId_idx" ON "evidence_link"("actionId");

-- CreateIndex
CREATE INDEX "evidence_link_recommendationId_idx" ON "evidence_link"("recommendationId");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_link_evidenceId_actionId_recommendationId_key" ON "evidence_link"("evidenceId", "actionId", "recommendationId");

-- CreateIndex
CREATE INDEX "evidence_check_evidenceId_checkedAt_idx" ON "evidence_check"("evidenceId", "checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "account_providerId_accountId_key" ON "account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tokenDigest_key" ON "invitation"("tokenDigest");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "pack_planId_number_key" ON "pack"("planId", "number");

-- CreateIndex
CREATE INDEX "inspection_planId_idx" ON "inspection"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "judgement_inspectionId_area_key" ON "judgement"("inspectionId", "area");

-- CreateIndex
CREATE UNIQUE INDEX "report_paragraph_inspectionId_number_key" ON "report_paragraph"("inspectionId", "number");

-- CreateIndex
CREATE INDEX "statutory_clock_planId_idx" ON "statutory_clock"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_planId_number_key" ON "recommendation"("planId", "number");

-- CreateIndex
CREATE INDEX "redaction_planId_state_idx" ON "redaction"("planId", "state");

-- CreateIndex
CREATE INDEX "redaction_entity_entityId_idx" ON "redaction"("entity", "entityId");

-- CreateIndex
CREATE INDEX "idempotency_key_createdAt_idx" ON "idempotency_key"("createdAt");

-- CreateIndex
CREATE INDEX "draft_entityType_entityId_idx" ON "draft"("entityType", "entityId");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_messageId_key" ON "outbox_mail"("messageId");

-- CreateIndex
CREATE INDEX "outbox_mail_sentAt_idx" ON "outbox_mail"("sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_membership_userId_idx" ON "team_membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "post_title_key" ON "post"("title");

-- CreateIndex
CREATE INDEX "post_teamId_idx" ON "post"("teamId");

-- CreateIndex
CREATE INDEX "post_holding_postId_toDate_idx" ON "post_holding"("postId", "toDate");

-- CreateIndex
CREATE INDEX "post_holding_userId_toDate_idx" ON "post_holding"("userId", "toDate");

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_partnerTeamId_fkey" FOREIGN KEY ("partnerTeamId") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_ownerPostId_fkey" FOREIGN KEY ("ownerPostId") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporting_team" ADD CONSTRAINT "supporting_team_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporting_team" ADD CONSTRAINT "supporting_team_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_revision" ADD CONSTRAINT "date_revision_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_payload" ADD CONSTRAINT "audit_payload_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_version" ADD CONSTRAINT "evidence_version_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_check" ADD CONSTRAINT "evidence_check_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack" ADD CONSTRAINT "pack_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_paragraph" ADD CONSTRAINT "report_paragraph_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statutory_clock" ADD CONSTRAINT "statutory_clock_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statutory_clock" ADD CONSTRAINT "statutory_clock_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "inspection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_leadPostId_fkey" FOREIGN KEY ("leadPostId") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_paragraph" ADD CONSTRAINT "recommendation_paragraph_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_paragraph" ADD CONSTRAINT "recommendation_paragraph_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "report_paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_holding" ADD CONSTRAINT "post_holding_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
