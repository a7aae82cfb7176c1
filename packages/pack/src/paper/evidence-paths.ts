import type { PackContent, PackEvidence, PackRecommendation } from '@gt/contracts/words';
import { safeName, uniquePaths } from './safe-path.ts';

const FOLDER_MAX = 60;

/**
 * Where each evidence item goes in the archive: in the folder of the first
 * recommendation it serves, once; the index points to it from the others.
 */
export function evidencePaths(content: PackContent): Map<PackEvidence, string> {
  const folders = new Map(content.recommendations.map((item) => [item.ref, folderOf(item)]));
  const unique = uniquePaths();
  const paths = new Map<PackEvidence, string>();
  for (const evidence of content.evidence) {
    const { ref, title, fileName, recommendationRefs } = evidence;
    const home = recommendationRefs.find((candidate) => folders.has(candidate));
    const folder = folders.get(home ?? '') ?? 'evidence/Not linked to a recommendation';
    paths.set(evidence, unique(folder, safeName(`${ref} ${title}`, endingOf(fileName))));
  }
  return paths;
}

function folderOf({ ref, title }: PackRecommendation): string {
  return `evidence/${safeName(`${ref} ${title}`, '', FOLDER_MAX)}`;
}

function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
