import { FRAMEWORKS, type IsoDate, type PaperKind, type ReportGrade } from '@gt/contracts/words';
import { frameworkFor } from '@gt/domain/inspection';

/** How each framework's report is laid out, in words for the person who checks the draft. */
const FORMATS: Record<string, string> = {
  ILACS_2018: 'ILACS 2018-2022 (3 judgements + overall)',
  ILACS_2023: 'ILACS Jan 2023 - Mar 2026 (4 judgements + overall)',
  ILACS_2026: 'ILACS from Apr 2026 (4 judgements, no overall)',
};

const LETTERS: Partial<Record<PaperKind, string>> = {
  FOCUSED_VISIT: 'Focused visit letter',
  MONITORING_VISIT: 'Monitoring visit letter',
  JTAI: 'Joint targeted area inspection',
};

/**
 * A letter prints no judgements, so the day of its visit tells the framework that it belongs to. A joint inspection
 * belongs to none of them.
 */
export function letterFormat(
  kind: PaperKind,
  visited: { startDate: IsoDate | null; endDate: IsoDate | null },
): { kind: PaperKind; frameworkKey: string | null; reportFormat: string } {
  const found = frameworkFor(visited);
  const frameworkKey = kind === 'JTAI' || !found.ok ? null : found.framework.key;
  return { kind, frameworkKey, reportFormat: LETTERS[kind] ?? 'Letter' };
}

/**
 * The framework whose judgement areas are the ones printed: all of them, and no other. Dates do not decide,
 * since a report may be published under a framework that has ended.
 */
export function reportFormat(
  grades: readonly ReportGrade[],
  isReinspection: boolean,
): { kind: PaperKind; frameworkKey: string | null; reportFormat: string } {
  const printed = new Set(grades.map((grade) => grade.area));
  const isSif = printed.has('leadership_management_governance') || printed.has('looked_after_and_permanence');
  if (isSif) {
    const kind = isReinspection ? 'SIF re-inspection' : 'SIF inspection';
    return {
      kind: 'SIF',
      frameworkKey: 'SIF',
      reportFormat: `${kind} (pre-ILACS): numbered "Recommendations", not "What needs to improve"`,
    };
  }
  const match = FRAMEWORKS.find(
    ({ areas }) =>
      areas.length > 0 && areas.length === printed.size && areas.every((area) => printed.has(area)),
  );
  const words = match
    ? (FORMATS[match.key] ?? match.label)
    : `Not a known framework (${printed.size} judgements)`;
  const isIlacs = match?.key.startsWith('ILACS') || printed.has('impact_of_leaders');
  return { kind: isIlacs ? 'ILACS' : 'OTHER', frameworkKey: match?.key ?? null, reportFormat: words };
}
