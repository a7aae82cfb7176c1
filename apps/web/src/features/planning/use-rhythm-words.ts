import { validateRhythm } from '@gt/domain/plan';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { comingWords } from './coming-words.ts';
import { meetingPreviewQuery } from './queries.ts';
import { rhythmOf, type TypedSettings } from './settings-values.ts';

/** Typing is waited for so long, in milliseconds, before the days are asked for. */
const TYPING = 200;

/** The next meetings that follow from what is typed, asked of the server; '' while something typed is wrong. */
export function useRhythmWords(values: TypedSettings): { review: string; board: string } {
  const [settled] = useDebouncedValue(values, TYPING);
  const rhythm = rhythmOf(settled);
  const isRight = validateRhythm(rhythm).length === 0;
  const { data } = useQuery({ ...meetingPreviewQuery(rhythm), enabled: isRight });
  if (!isRight || validateRhythm(rhythmOf(values)).length > 0) return { review: '', board: '' };
  return {
    review:
      rhythm.reviewWeekday === null ? 'No weekly review is held.' : comingWords('review', data?.reviews),
    board: rhythm.boardFirstDate === null ? 'No board is held.' : comingWords('board', data?.boards),
  };
}
