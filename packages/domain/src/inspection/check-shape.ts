import {
  type FieldProblem,
  FRAMEWORKS,
  INSPECTION_KIND_LABELS,
  INSPECTION_KINDS,
  INSPECTION_OUTCOME_SHORT,
  type InspectionKind,
  type InspectionOutcome,
  ITEM_CATEGORY_LABELS,
  type ItemCategory,
} from '@gt/contracts/words';
import { INSPECTION_SHAPES } from './inspection-shape.ts';

type Shaped = {
  kind?: string;
  frameworkKey?: string;
  outcome?: InspectionOutcome | null;
  judgements?: readonly unknown[];
};

const shapeOf = (kind: string | undefined) => {
  const known: InspectionKind | undefined = INSPECTION_KINDS.find((one) => one === kind);
  return known ? { ...INSPECTION_SHAPES[known], kind: known, name: INSPECTION_KIND_LABELS[known] } : null;
};

/**
 * What does not fit the kind of inspection: a framework of another kind, grades where none are given, an outcome of
 * another kind. An outcome is never required: it may not be printed yet.
 * Example: a peer review under "ILACS 2018 to 2022" gives "Choose a framework of this kind of inspection".
 */
export function checkShape({ kind, frameworkKey, outcome, judgements = [] }: Shaped): FieldProblem[] {
  const shape = shapeOf(kind);
  if (!shape) return [];
  const problems: FieldProblem[] = [];
  const framework = FRAMEWORKS.find(({ key }) => key === frameworkKey);
  if (framework && !framework.kinds.includes(shape.kind)) {
    problems.push({ field: 'frameworkKey', message: 'Choose a framework of this kind of inspection' });
  } else if (!shape.hasGrades && judgements.length > 0) {
    const message = `${shape.name}: no area is graded. Put every judgement to “Not judged”.`;
    problems.push({ field: 'judgements.0', message });
  }
  if (outcome && !shape.outcomes.includes(outcome)) {
    const message = `“${INSPECTION_OUTCOME_SHORT[outcome]}” is not an outcome of this kind of inspection. Choose again.`;
    problems.push({ field: 'outcome', message });
  }
  return problems;
}

/** What a kind of inspection does not call an item. */
export function checkCategory(kind: string | undefined, category: ItemCategory | null): string | null {
  const shape = shapeOf(kind);
  if (!shape || category === null || shape.categories.includes(category)) return null;
  return `${shape.name}: an item is not called “${ITEM_CATEGORY_LABELS[category]}”. Choose again.`;
}
