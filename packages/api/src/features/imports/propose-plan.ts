import type { PlanProposal } from '@gt/contracts/schemas';
import {
  FRAMEWORKS,
  type InspectionKind,
  type ItemCategory,
  type JudgementArea,
  type PaperKind,
  type ReportDraft,
  type ReportItem,
} from '@gt/contracts/words';
import { frameworkFor, INSPECTION_SHAPES } from '@gt/domain/inspection';

/** How each kind of paper is named in a plan's name. */
const SHORT: Record<PaperKind, string> = {
  ILACS: 'ILACS',
  SIF: 'SIF',
  FOCUSED_VISIT: 'focused visit',
  MONITORING_VISIT: 'monitoring visit',
  JTAI: 'JTAI',
  OTHER: '',
};

/** Words by which a section's heading names its judgement area, most particular first. */
const SECTION_AREAS: readonly [RegExp, JudgementArea][] = [
  [/leadership,? management/i, 'leadership_management_governance'],
  [/impact of leaders/i, 'impact_of_leaders'],
  [/help (and|or) protection/i, 'help_and_protection'],
  [/adoption/i, 'adoption_performance'],
  [/looked after and achieving/i, 'looked_after_and_permanence'],
  [/(in care|looked after) and care leavers/i, 'children_in_care_and_care_leavers'],
  [/care leavers/i, 'care_leavers'],
  [/children (in care|looked after)/i, 'children_in_care'],
];

/**
 * Turns what was read into proposed answers for the review form. Nothing is guessed: an unprinted fact stays empty,
 * and the date of receipt is not proposed at all. The judgement area of an item is that of the section whose
 * paragraphs share most words with it.
 */
export function proposePlan(draft: ReportDraft): PlanProposal {
  const councilName = draft.authorityPrinted ?? draft.authority ?? '';
  const year = draft.endDate?.slice(0, 4) ?? draft.startDate?.slice(0, 4) ?? '';
  return {
    plan: {
      name: [draft.authority ?? '', SHORT[draft.kind], year].filter(Boolean).join(' '),
      kind: 'INSPECTION',
      councilName,
      trustName: '',
    },
    inspection: {
      kind: inspectionKind(draft),
      frameworkKey: frameworkOf(draft),
      authority: draft.authority ?? '',
      inspectionDateText: draft.inspectionDateText ?? '',
      startDate: draft.startDate,
      endDate: draft.endDate,
      publicationDate: draft.publicationDate,
      leadInspector: draft.leadInspector,
      urn: draft.urn,
      judgements: draft.grades.map(({ area, grade, page }) => ({ area, grade, page })),
    },
    hasAreaForPriorityAction:
      draft.items.some(({ isPriority }) => isPriority) ||
      draft.warnings.some(({ code }) => code === 'PRIORITY_ACTION_IS_PROSE'),
    recommendations: draft.items.map((item) => ({
      quote: item.text,
      leadIn: item.leadIn,
      page: item.page,
      category: categoryOf(item, draft),
      response: '',
      judgementAreas: areasOf(item, draft),
      frameworkRefs: item.nationalFrameworkRefs,
      paragraphs: item.bearing.map(({ paragraph, sharedWords }) => ({ number: paragraph, sharedWords })),
    })),
  };
}

/** A joint inspection judges nothing of its own: its recommendations are filed under the areas of its day. */
function frameworkOf(draft: ReportDraft): string | null {
  const found = draft.kind === 'JTAI' ? frameworkFor(draft) : null;
  return found?.ok ? found.framework.key : draft.frameworkKey;
}

function inspectionKind(draft: ReportDraft): InspectionKind | null {
  if (draft.kind !== 'ILACS' && draft.kind !== 'OTHER') return draft.kind;
  if (draft.inspectionType === 'standard') return 'ILACS_STANDARD';
  return draft.inspectionType === 'short' ? 'ILACS_SHORT' : null;
}

/** What the report calls the item, where its kind tells items apart and the item stood in such a list. */
function categoryOf(item: ReportItem, draft: ReportDraft): ItemCategory | null {
  const kind = inspectionKind(draft);
  const known = kind === null ? [] : INSPECTION_SHAPES[kind].categories;
  if (item.isPriority) return known.includes('PRIORITY_ACTION') ? 'PRIORITY_ACTION' : null;
  return known.includes('IMPROVEMENT') ? 'IMPROVEMENT' : null;
}

function areasOf(item: ReportItem, draft: ReportDraft): JudgementArea[] {
  const judged = FRAMEWORKS.find((framework) => framework.key === draft.frameworkKey)?.areas ?? [];
  const sections = new Map(draft.paragraphs.map((paragraph) => [paragraph.number, paragraph.section]));
  const weights = new Map<JudgementArea, number>();
  for (const { paragraph, sharedWords } of item.bearing) {
    const area = areaOfSection(sections.get(paragraph) ?? null, judged);
    if (area !== null) weights.set(area, (weights.get(area) ?? 0) + sharedWords.length);
  }
  const heaviest = Math.max(...weights.values());
  return [...weights].filter(([, weight]) => weight === heaviest).map(([area]) => area);
}

/** The judgement area a section reports on; null when the framework judges none that its heading names. */
export function areaOfSection(
  section: string | null,
  judged: readonly JudgementArea[],
): JudgementArea | null {
  if (section === null) return null;
  const found = SECTION_AREAS.find(([words, area]) => words.test(section) && judged.includes(area));
  return found?.[1] ?? null;
}
