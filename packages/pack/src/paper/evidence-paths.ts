import type { PackContent, PackEvidence, PackPlace, PackRecommendation } from '@gt/contracts/words';
import type { IncludedEvidence } from '../pack-outcome.ts';
import { safeName, uniquePaths } from './safe-path.ts';

const FOLDER_MAX = 60;
/** Top folder of each place. The appendix holds nothing but OFFICIAL-SENSITIVE files, so that it can be taken out. */
const TOP_FOLDERS: Record<PackPlace, string> = {
  MAIN: 'evidence',
  APPENDIX: 'appendix OFFICIAL-SENSITIVE',
};
export const APPENDIX_FOLDER = TOP_FOLDERS.APPENDIX;

/** Whether a path of the pack lies in the separable appendix. */
export function isInAppendix(path: string): boolean {
  return path.startsWith(`${APPENDIX_FOLDER}/`);
}

/** Of the evidence in the archive, what stands in the separable appendix. */
export function inAppendix(included: readonly IncludedEvidence[]): IncludedEvidence[] {
  return included.filter(({ entry }) => isInAppendix(entry.name));
}

/** "2 of them stand apart in the folder “appendix OFFICIAL-SENSITIVE”, which can be taken out."; '' when none does. */
export function appendixWords(included: readonly IncludedEvidence[]): string {
  const count = inAppendix(included).length;
  if (count === 0) return '';
  const stand = count === 1 ? '1 of them stands' : `${count} of them stand`;
  return `${stand} apart in the folder “${APPENDIX_FOLDER}”, which can be taken out.`;
}

/**
 * Where each evidence item goes in the archive: in the folder of the first recommendation it serves, once, under
 * the top folder of its place; the index points to it from the others.
 * Example: "appendix OFFICIAL-SENSITIVE/R3 Fostering service/E12 Case audit.pdf".
 */
export function evidencePaths(content: PackContent): Map<PackEvidence, string> {
  const folders = new Map(content.recommendations.map((item) => [item.ref, folderOf(item)]));
  const unique = uniquePaths();
  const paths = new Map<PackEvidence, string>();
  for (const evidence of content.evidence) {
    const { ref, title, fileName, place, recommendationRefs } = evidence;
    const home = recommendationRefs.find((candidate) => folders.has(candidate));
    const folder = `${TOP_FOLDERS[place]}/${folders.get(home ?? '') ?? 'Not linked to a recommendation'}`;
    paths.set(evidence, unique(folder, safeName(`${ref} ${title}`, endingOf(fileName))));
  }
  return paths;
}

function folderOf({ ref, title }: PackRecommendation): string {
  return safeName(`${ref} ${title}`, '', FOLDER_MAX);
}

function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
