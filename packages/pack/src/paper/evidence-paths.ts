import type { PackContent, PackEvidence, PackPlace } from '@gt/contracts/words';
import type { IncludedEvidence } from '../pack-outcome.ts';
import { safeName, uniquePaths } from './safe-path.ts';

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
 * the top folder of its place; the index points to it from the others. Folder and name are made from numbers and the
 * kind, never from people's words: the same item has the same path in every pack, and no name can leak in a path.
 * Example: "appendix OFFICIAL-SENSITIVE/R03/E0012-audit.pdf".
 */
export function evidencePaths(content: PackContent): Map<PackEvidence, string> {
  const folders = new Set(content.recommendations.map(({ ref }) => ref));
  const unique = uniquePaths();
  const paths = new Map<PackEvidence, string>();
  for (const evidence of content.evidence) {
    const { ref, kind, fileName, place, recommendationRefs } = evidence;
    const home = recommendationRefs.find((candidate) => folders.has(candidate));
    const folder = `${TOP_FOLDERS[place]}/${home === undefined ? 'unlinked' : numbered(home, 2)}`;
    const from = isElsewhere(ref) ? '-other-plan' : '';
    const name = `${numbered(ref.split(' of ')[0] ?? ref, 4)}${from}-${kind.toLowerCase().replaceAll('_', '-')}`;
    paths.set(evidence, unique(folder, safeName(name, endingOf(fileName))));
  }
  return paths;
}

/** What stands in another plan is told apart in its path too, without that plan's name: "E12 of …". */
function isElsewhere(ref: string): boolean {
  return / of /.test(ref);
}

/** "R3" → "R03": so that folders and files stand in the order of their numbers. */
function numbered(ref: string, digits: number): string {
  const [, letter, number] = /^([A-Z])(\d+)$/.exec(ref) ?? [];
  return letter && number ? `${letter}${number.padStart(digits, '0')}` : safeName(ref);
}

function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** A path of the pack as the address of a link, from a page at the top of it. */
export function linkTo(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
