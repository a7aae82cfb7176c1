import type { Here } from './live-message.ts';

const MOST_NAMES = 3;

/**
 * Who else is here in one line, whoever is typing first; '' for nobody. Names hold commas, so they are parted by
 * semicolons. Example: "Also here: Head of Fostering, holder 1 · typing an update; Viewer, holder 1; … and 2 more".
 */
export function companyWords(present: readonly Pick<Here, 'name' | 'isTyping'>[]): string {
  if (present.length === 0) return '';
  const inOrder = [...present].sort(
    (a, b) => Number(b.isTyping) - Number(a.isTyping) || a.name.localeCompare(b.name, 'en-GB'),
  );
  const named = inOrder
    .slice(0, MOST_NAMES)
    .map(({ name, isTyping }) => (isTyping ? `${name} · typing an update` : name));
  const more = present.length - named.length;
  return `Also here: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}
