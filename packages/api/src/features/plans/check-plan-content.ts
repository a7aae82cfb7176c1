import type { InspectionContent, PlanContent, PlanCreateInput } from '@gt/contracts/schemas';
import { type FieldProblem, FRAMEWORKS, JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { checkCategory, validateInspection } from '@gt/domain/inspection';
import { validatePlan } from '@gt/domain/plan';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Throws INVALID with a sentence beside each field when a plan cannot begin like this. */
export function checkPlanContent(
  scope: Scope,
  content: PlanContent,
  paragraphs: PlanCreateInput['paragraphs'],
): void {
  const problems = [
    ...under('plan', validatePlan(content.plan)),
    ...inspectionProblems(scope, content, paragraphs),
  ];
  if (problems.length > 0) throw invalid(problems);
}

/** The same for an inspection that comes into a plan that is there already. */
export function checkInspectionContent(
  scope: Scope,
  content: InspectionContent,
  paragraphs: PlanCreateInput['paragraphs'],
): void {
  const problems = inspectionProblems(scope, content, paragraphs);
  if (problems.length > 0) throw invalid(problems);
}

function inspectionProblems(
  scope: Scope,
  content: InspectionContent,
  paragraphs: PlanCreateInput['paragraphs'],
): FieldProblem[] {
  return [
    ...under('inspection', validateInspection(content.inspection, scope.today)),
    ...recommendationProblems(content, paragraphs),
  ];
}

function under(part: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map(({ field, message }) => ({ field: `${part}.${field}`, message }));
}

function recommendationProblems(
  { inspection, recommendations }: InspectionContent,
  paragraphs: PlanCreateInput['paragraphs'],
): FieldProblem[] {
  const framework = FRAMEWORKS.find(({ key }) => key === inspection.frameworkKey);
  const numbers = new Set(paragraphs.map(({ number }) => number));
  return recommendations.flatMap((draft, index) => {
    const area = draft.judgementAreas.find((key) => framework && !framework.areas.includes(key));
    const paragraph = draft.paragraphs.find(({ number }) => !numbers.has(number));
    const field = `recommendations.${index}`;
    const category = checkCategory(inspection.kind, draft.category);
    return [
      ...(area
        ? [
            {
              field: `${field}.judgementAreas`,
              message: `“${JUDGEMENT_AREA_LABELS[area] ?? area}” is not judged under ${framework?.label}. Remove it.`,
            },
          ]
        : []),
      ...(category ? [{ field: `${field}.category`, message: category }] : []),
      ...(paragraph
        ? [
            {
              field: `${field}.paragraphs`,
              message: `Paragraph ${paragraph.number} was not read from this report.`,
            },
          ]
        : []),
    ];
  });
}
