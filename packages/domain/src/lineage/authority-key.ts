/** What a council calls itself beside its name: "Northmoor City Council" and "Northmoor" are one authority. */
const TITLES =
  /\b(?:the|london|royal|metropolitan|borough|city|county|district|unitary|council|authority|of|mbc|cc|children['’]?s|services?|trust)\b/g;

/**
 * An authority's name as it is compared, so that plans and earlier reports of one council find each other whichever
 * way it was written. A name made of nothing but titles stands for itself.
 * Example: "London Borough of Carrow", "Carrow Council" and "CARROW" all give "carrow".
 */
export function authorityKey(name: string): string {
  const even = name.normalize('NFKC').toLowerCase().replace(/&/g, ' and ');
  const bare = lettersOf(even.replace(TITLES, ' '));
  return bare === '' ? lettersOf(even) : bare;
}

function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
