import type { FieldProblem } from '@gt/contracts/words';
import {
  checkShare,
  isSmallShare,
  parseFigure,
  SMALL_COUNT_WARNING,
  shareOf,
  shareValue,
  valueWords,
} from '@gt/domain/measure';
import { TextInput } from '@mantine/core';
import classes from './measures.module.css';

type Typed = { numerator: string; denominator: string };
type Counts = {
  numerator: number | null;
  denominator: number | null;
  /** The figure they give; null while they give none. */
  worked: number | null;
  isSmall: boolean;
  problems: FieldProblem[];
};

/** The two counts as typed, what they give, and what is wrong with them. */
export function typedCounts({ numerator, denominator }: Typed, unit: string): Counts {
  const [of, outOf] = [read('numerator', numerator), read('denominator', denominator)];
  const typed = { numerator: of.value, denominator: outOf.value };
  const unread = [...of.problems, ...outOf.problems];
  const problems = unread.length > 0 ? unread : checkShare(typed, unit);
  const share = problems.length === 0 ? shareOf(typed) : null;
  return {
    ...typed,
    worked: share && shareValue(share, unit),
    isSmall: share !== null && isSmallShare(share),
    problems,
  };
}

function read(field: string, typed: string): { value: number | null; problems: FieldProblem[] } {
  if (typed.trim() === '') return { value: null, problems: [] };
  const parsed = parseFigure(typed, '');
  return parsed.ok
    ? { value: parsed.value, problems: [] }
    : { value: null, problems: [{ field, message: `${parsed.reason}. Write a whole count, such as 45` }] };
}

type CountFieldsProps = {
  values: Typed;
  counts: Counts;
  unit: string;
  errors: Record<string, string>;
  set: (patch: Partial<Typed>) => void;
};

/** Where a share was counted: how many, out of how many. The figure is worked out from them when none is typed. */
export function CountFields({ values, counts, unit, errors, set }: CountFieldsProps) {
  return (
    <div>
      <div className={classes.fields}>
        <TextInput
          id="numerator"
          label="How many (optional)"
          inputMode="numeric"
          value={values.numerator}
          onChange={(event) => set({ numerator: event.currentTarget.value })}
          error={errors.numerator}
        />
        <TextInput
          id="denominator"
          label="Out of how many (optional)"
          inputMode="numeric"
          value={values.denominator}
          onChange={(event) => set({ denominator: event.currentTarget.value })}
          error={errors.denominator}
        />
      </div>
      <p role="status" className={classes.quiet}>
        {counts.worked === null ? '' : `That is ${valueWords(counts.worked, unit)}.`}
        {counts.isSmall ? ` ${SMALL_COUNT_WARNING}` : ''}
      </p>
    </div>
  );
}
