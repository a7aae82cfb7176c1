/** A file that was not taken, and a sentence that says why and what the limit is. */
export type RefusedFile = { name: string; message: string };

type Limits = { endings: readonly string[]; maxBytes: number; multiple: boolean };

/** 104857600 → "100 MB": megabytes of 1024 × 1024 bytes, with one decimal below ten. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  const megabytes = bytes / (1024 * 1024);
  return `${megabytes < 10 ? Number(megabytes.toFixed(1)) : Math.round(megabytes)} MB`;
}

/** Sorts what was dropped into what may be sent and what may not. The server checks again, and the content too. */
export function sortFiles(
  files: readonly File[],
  { endings, maxBytes, multiple }: Limits,
): { taken: File[]; refused: RefusedFile[] } {
  const taken: File[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const message = refusalOf(file, endings, maxBytes);
    if (message) refused.push({ name: file.name, message });
    else if (!multiple && taken.length === 1)
      refused.push({ name: file.name, message: `${file.name} was left out: one file at a time.` });
    else taken.push(file);
  }
  return { taken, refused };
}

function refusalOf(file: File, endings: readonly string[], maxBytes: number): string | null {
  const name = file.name.toLowerCase();
  if (!endings.some((ending) => name.endsWith(ending)))
    return `${file.name} is not a kind that can be taken here. Use ${endings.join(', ')}.`;
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > maxBytes)
    return `${file.name} is ${sizeInWords(file.size)}. The limit is ${sizeInWords(maxBytes)}.`;
  return null;
}
