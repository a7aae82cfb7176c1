/**
 * The short name of an authority from the words of a title: kinds of council are left off at both ends
 * ("City of Bradford Metropolitan District Council" → "Bradford", "Nottingham City local authority" →
 * "Nottingham"); "&" is written out. Each part of a hyphenated name gets a capital, as in the inspectorate's register
 * ("Stoke-on-Trent" → "Stoke-On-Trent"). Null when nothing is left.
 */
export function authorityName(printed: string): string | null {
  let name = printed
    .replace(/\s+/g, ' ')
    .replace(/ & /g, ' and ')
    .replace(/[\s,:;–-]+$/u, '')
    .trim();
  name = strip(name, TAIL);
  name = strip(name, HEAD);
  if (name === '' || /^(local authority|council|children)$/iu.test(name)) return null;
  return name.replace(/(?<=\p{L}-)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

const TAIL =
  /(?:^|\s+)(?:local authority|unitary authority|county borough council|metropolitan (?:borough|district)(?: council)?|(?:city|county|borough|district|unitary)(?: and (?:county|district))? council|council|metropolitan borough|county borough|borough|corporation|city(?! of))(?:['’]s)?$/iu;
const HEAD =
  /^(?:the |council (?:of|for) (?:the )?|metropolitan borough (?:council )?of |royal borough of |london borough of |borough of |county of |city of (?!london$)|city and county of )/iu;

function strip(text: string, pattern: RegExp): string {
  let before: string;
  let after = text;
  do {
    before = after;
    after = before.replace(pattern, '').trim();
  } while (after !== before && after !== '');
  return after === '' ? '' : after;
}
