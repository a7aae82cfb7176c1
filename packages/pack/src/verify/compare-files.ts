import { MANIFEST_NAME, type ManifestFile, type PackManifest } from './pack-format.ts';
import type { PackProblem } from './pack-problem.ts';

export interface FoundFile {
  size: number;
  sha256: string;
}

/** Every way in which the files in the ZIP are not the ones that the manifest lists. */
export function compareFiles({ files }: PackManifest, found: ReadonlyMap<string, FoundFile>): PackProblem[] {
  const listed = new Set(files.map(({ path }) => path));
  const extra = new Map([...found].filter(([path]) => !listed.has(path)));
  const problems: PackProblem[] = [];
  for (const file of files) {
    const actual = found.get(file.path);
    if (!actual) problems.push(absent(file, extra));
    else if (!isSame(actual, file)) {
      const detail = 'The content is not what the manifest recorded.';
      problems.push({ path: file.path, problem: 'CHANGED', detail });
    }
  }
  for (const path of extra.keys()) {
    const detail = 'This file is in the ZIP; the manifest does not list it.';
    problems.push({ path, problem: 'EXTRA', detail });
  }
  return problems;
}

/** Listed and not there: gone, or there under another name (which then is not an added file). */
function absent(file: ManifestFile, extra: Map<string, FoundFile>): PackProblem {
  const renamed = [...extra].find(([, actual]) => isSame(actual, file));
  if (renamed) {
    extra.delete(renamed[0]);
    const detail = `This file was renamed: its content stands in the ZIP as “${renamed[0]}”.`;
    return { path: file.path, problem: 'RENAMED', detail };
  }
  const detail = file.appendix
    ? 'The manifest lists this file in the separable appendix; it is not in the ZIP. Expected where that folder was taken out.'
    : 'The manifest lists this file; it is not in the ZIP.';
  return { path: file.path, problem: 'MISSING', detail };
}

const isSame = (actual: FoundFile, file: ManifestFile) =>
  actual.sha256 === file.sha256 && actual.size === file.size;

/** In scope = included + left out, and each number is the length of its list. */
export function recount({ counts, files, omissions }: PackManifest): PackProblem[] {
  const included = files.filter((file) => file.evidence !== undefined).length;
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  const adds = counts.evidenceInScope === counts.evidenceIncluded + counts.evidenceLeftOut;
  if (adds && counts.evidenceIncluded === included && counts.evidenceLeftOut === leftOut) return [];
  const detail =
    'The counts do not add up: evidence in scope must be what is included plus what was left out.';
  return [{ path: MANIFEST_NAME, problem: 'MANIFEST', detail }];
}
