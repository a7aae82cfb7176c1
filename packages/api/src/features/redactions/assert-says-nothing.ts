import { repeatedWords } from '@gt/domain/redaction';
import { invalid } from '../../core/domain-error.ts';

/** Reason and note are kept when the words are gone, so they may not carry them. Throws INVALID beside the field. */
export function assertSaysNothing(
  field: 'reason' | 'note',
  text: string,
  destroyed: readonly string[],
): void {
  const repeated = repeatedWords(text, destroyed);
  if (!repeated) return;
  const message = `“${repeated}” repeats the words to be destroyed, and what you write here is kept. Say it without them.`;
  throw invalid([{ field, message }]);
}
