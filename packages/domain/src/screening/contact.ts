import { type Finding, findAll } from './finding.ts';

/** The ten digits of a British number after its 0 or +44, in the groups that people write. */
const PHONE =
  /(?<![\p{L}\p{N}+£./-])(?:\+44 ?(?:\(0\) ?)?|\(?0)[1-37]\d{1,4}\)?(?:[ -]?\d{2,4}){2,3}(?![\p{L}\p{N}]|[./-]\d)/gu;
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/giu;
/** Public bodies and schools: a member of staff, most likely. */
const WORK =
  /(?:^|\.)(?:gov|nhs|police|sch|ac|mod|judiciary|cjsm)\.(?:uk|net)$|(?:^|\.)nhs\.net$|(?:^|\.)org(?:\.uk)?$|(?:^|\.)example$/i;

/** Telephone numbers. Source: Ofcom, National Telephone Numbering Plan. Example: 07700 900123. */
export function findPhones(text: string): Finding[] {
  return findAll(text, PHONE, (match) => {
    const digits = match[0].replace(/\D/g, '').replace(/^44/, '').replace(/^0/, '');
    if (digits.length !== 10) return null;
    return digits.startsWith('7')
      ? { kind: 'PHONE', level: 'LIKELY', why: 'A mobile number' }
      : { kind: 'PHONE', level: 'POSSIBLE', why: 'A telephone number' };
  });
}

/** E-mail addresses: of public bodies and charities possible, of anybody else likely. */
export function findEmails(text: string, ownDomains: ReadonlySet<string> = new Set()): Finding[] {
  // A text without the sign has none, which is most texts.
  if (!text.includes('@')) return [];
  return findAll(text, EMAIL, (match) => {
    const domain = match[0].slice(match[0].lastIndexOf('@') + 1).toLowerCase();
    return WORK.test(domain) || ownDomains.has(domain)
      ? { kind: 'EMAIL', level: 'POSSIBLE', why: 'An e-mail address of a public body or charity' }
      : { kind: 'EMAIL', level: 'LIKELY', why: 'A private e-mail address' };
  });
}
