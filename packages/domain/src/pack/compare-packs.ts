import { countOf, listWords } from '../wording/index.ts';

/** What the manifest of a pack says of its evidence. */
export type ComparablePack = {
  files: readonly { evidence?: string; title: string; sha256: string }[];
  omissions: readonly { what: 'EVIDENCE' | 'TEXT'; ref: string; reason: string }[];
};
export type PackDifference = {
  what: 'ADDED' | 'REMOVED' | 'CHANGED';
  ref: string;
  title: string;
  /** Why it is gone, where the later pack says so; '' otherwise. */
  reason: string;
};

/**
 * What evidence the later of two packs has beside the earlier: added, removed (with the reason the later one gives),
 * and changed, which is another file under the same reference. In order of reference.
 * Example: E3 was replaced and E9 came → "1 item added, 1 changed."
 */
export function comparePacks(
  earlier: ComparablePack,
  later: ComparablePack,
): { sentence: string; differences: PackDifference[] } {
  const before = evidenceOf(earlier);
  const after = evidenceOf(later);
  const reasons = new Map(
    later.omissions.filter(({ what }) => what === 'EVIDENCE').map(({ ref, reason }) => [ref, reason]),
  );
  const differences: PackDifference[] = [];
  for (const [ref, { title, sha256 }] of after) {
    const old = before.get(ref);
    if (!old) differences.push({ what: 'ADDED', ref, title, reason: '' });
    else if (old.sha256 !== sha256) differences.push({ what: 'CHANGED', ref, title, reason: '' });
  }
  for (const [ref, { title }] of before) {
    if (after.has(ref)) continue;
    const reason = reasons.get(ref) ?? 'It is not in the scope of this pack.';
    differences.push({ what: 'REMOVED', ref, title, reason });
  }
  differences.sort((a, b) => numberOf(a.ref) - numberOf(b.ref));
  return { sentence: sentenceOf(differences), differences };
}

function evidenceOf({ files }: ComparablePack) {
  return new Map(
    files.flatMap(({ evidence, title, sha256 }) =>
      evidence ? [[evidence, { title, sha256 }] as const] : [],
    ),
  );
}

const numberOf = (ref: string) => Number(ref.replace(/\D/g, ''));

function sentenceOf(differences: readonly PackDifference[]): string {
  const count = (what: PackDifference['what']) => differences.filter((one) => one.what === what).length;
  const parts = [
    { count: count('ADDED'), verb: 'added' },
    { count: count('REMOVED'), verb: 'removed' },
    { count: count('CHANGED'), verb: 'changed' },
  ].filter((part) => part.count > 0);
  if (parts.length === 0) return 'The evidence is the same.';
  const [first, ...rest] = parts.map(({ count: n, verb }, index) =>
    index === 0 ? `${countOf(n, 'item')} ${verb}` : `${n} ${verb}`,
  );
  return `${listWords([first ?? '', ...rest])}.`;
}
