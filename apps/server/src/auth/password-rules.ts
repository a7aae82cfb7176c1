import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs });

/**
 * Length and an offline dictionary of common passwords; no rules about kinds of character (NCSC guidance: length
 * and deny lists help, forced complexity does not). `context` holds the person's own name and e-mail.
 * Answers the sentence that says what is wrong and how to mend it, or null.
 */
export function passwordProblem(password: string, context: readonly string[]): string | null {
  if (password.length < PASSWORD_MIN) {
    return `The password has ${password.length} characters. Use at least ${PASSWORD_MIN}: three random words work well.`;
  }
  if (password.length > PASSWORD_MAX)
    return `The password is too long. Use at most ${PASSWORD_MAX} characters.`;
  const result = zxcvbn.check(password.slice(0, 72), [...context]);
  if (result.score < 2) {
    return 'This password is too easy to guess: it is common, or made of your own name or a simple pattern. Use three random words.';
  }
  return null;
}
