-- CreateTable
CREATE TABLE "report_template" (
    "kind" "ReportKind" NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "sections" JSONB NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_template_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "report_logo" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "png" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_logo_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "report_logo_one" CHECK ("id" = 1)
);
