import type { ReportTemplatesOut } from '@gt/contracts/schemas';
import {
  type ReportTemplate,
  TEMPLATE_KINDS,
  type TemplateKind,
  type TemplateSection,
} from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { standardTemplate } from '@gt/domain/report';
import type { ReportLogo } from '@gt/pack';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** The templates of every kind, and the logo; `version` is 0 for what nobody changed yet. */
export async function loadTemplates(db: Db | Tx, _scope: Scope): Promise<ReportTemplatesOut> {
  const rows = await db.reportTemplate.findMany({
    select: { kind: true, title: true, sections: true, changedAt: true, changedById: true, version: true },
  });
  const logo = await db.reportLogo.findUnique({
    where: { id: 1 },
    select: { png: true, width: true, height: true, alt: true, version: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ changedById }) => changedById) } },
    select: { id: true, name: true },
  });
  return {
    templates: TEMPLATE_KINDS.map((kind) => {
      const row = rows.find((one) => one.kind === kind);
      if (!row) return { kind, ...standardTemplate(kind), version: 0, changedAt: null, changedBy: null };
      return {
        kind,
        title: row.title,
        sections: row.sections as unknown as TemplateSection[],
        version: row.version,
        changedAt: toInstant(row.changedAt),
        changedBy: people.find(({ id }) => id === row.changedById)?.name ?? null,
      };
    }),
    logo: logo && { ...logo, png: Buffer.from(logo.png).toString('base64') },
  };
}

/** The trust's template of a kind; null where papers are laid out as the product has it. */
export async function templateOf(tx: Tx, kind: TemplateKind): Promise<ReportTemplate | null> {
  const row = await tx.reportTemplate.findUnique({
    where: { kind },
    select: { title: true, sections: true },
  });
  return row && { title: row.title, sections: row.sections as unknown as TemplateSection[] };
}

/** The logo for the head of a paper. */
export async function loadLogo(db: Db): Promise<ReportLogo | undefined> {
  const row = await db.reportLogo.findUnique({
    where: { id: 1 },
    select: { png: true, width: true, height: true, alt: true },
  });
  return row ?? undefined;
}
