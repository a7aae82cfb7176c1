import type { EvidenceForm, FieldProblem } from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';

/** Longest note and address, in characters. */
export const EVIDENCE_CONTENT_LIMITS = { note: 20_000, link: 2_000 } as const;

/**
 * What is wrong with evidence that is no file: the words of a note, or the address of a link. An address is one that
 * a browser opens safely, so http and https alone, and without a password in it.
 * Example: "javascript:alert(1)" → "Enter an address that begins with https://".
 */
export function validateEvidenceContent(
  form: Exclude<EvidenceForm, 'FILE'>,
  content: string,
): FieldProblem[] {
  if (form === 'NOTE') {
    const rule = { label: 'The note', enter: 'Enter the note', max: EVIDENCE_CONTENT_LIMITS.note };
    return checkText('content', content, rule);
  }
  const rule = { label: 'The address', enter: 'Enter the address', max: EVIDENCE_CONTENT_LIMITS.link };
  const problems = checkText('content', content, rule);
  if (problems.length > 0) return problems;
  const message = addressProblem(content.trim());
  return message === null ? [] : [{ field: 'content', message }];
}

/** Scheme, user and host of an address; the domain knows no URL parser. */
const ADDRESS = /^(https?):\/\/([^\s/?#]+)(?:[/?#]\S*)?$/i;

function addressProblem(address: string): string | null {
  const [, , host] = ADDRESS.exec(address) ?? [];
  if (host === undefined) return 'Enter an address that begins with https://';
  return host.includes('@') ? 'Enter the address without a user name or password' : null;
}
