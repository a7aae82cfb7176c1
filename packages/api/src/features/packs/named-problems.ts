import type { PackVerdictOut } from '@gt/contracts/schemas';
import type { PackProblem } from '@gt/pack';

/** Named in the answer; the rest is counted. */
const LISTED = 50;

/** Problems for a person: where the server keeps its temporary files is nobody's business. */
export function namedProblems(
  problems: readonly PackProblem[],
  temporary: { path: string; name: string },
): Pick<PackVerdictOut, 'problems' | 'problemsTotal'> {
  const named = problems.map((problem) => ({
    ...problem,
    path: problem.path === temporary.path ? temporary.name : problem.path,
  }));
  return { problems: named.slice(0, LISTED), problemsTotal: named.length };
}
