import { cleanText } from './clean-text.ts';

const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
const MAX_NAME = 100;

/**
 * One file or folder name that Windows, macOS and Linux all take: no reserved name or character, no
 * dot or space at either end, at most `max` characters with its ending kept.
 */
export function safeName(text: string, extension = '', max = MAX_NAME): string {
  const ending = extension === '' ? '' : `.${extension}`;
  const plain = cleanText(text)
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060-\u2064]/g, '')
    .replace(/[<>:"/\\|?*\n\t\ufffd]/g, ' ')
    .replace(/\s+/g, ' ');
  const cut = [...plain.replace(/^[\s.]+/, '')].slice(0, max - ending.length).join('');
  const name = cut.replace(/[\s.]+$/, '') || 'untitled';
  return `${RESERVED.test(name) ? `_${name}` : name}${ending}`;
}

/** Hands out paths that differ even where a disk ignores case: the second "a.pdf" is "a (2).pdf". */
export function uniquePaths(): (folder: string, name: string) => string {
  const taken = new Set<string>();
  return (folder, name) => {
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let count = 1; ; count += 1) {
      const path = `${folder}/${stem}${count === 1 ? '' : ` (${count})`}${ending}`;
      const key = path.normalize('NFKC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}
