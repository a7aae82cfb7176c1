import { Textarea, type TextareaProps } from '@mantine/core';
import { useContext } from 'react';
import classes from './long-text.module.css';
import { WatchWords } from './watch-words.ts';

type LongTextProps = Omit<TextareaProps, 'value' | 'maxLength'> & {
  value: string;
  /** Characters the field holds, as its rule says. More may be typed or pasted: words are never cut off. */
  limit: number;
};

/** From this share of the limit on, the count is spoken as it changes. */
const NEAR = 0.9;

const grouped = (count: number) => count.toLocaleString('en-GB');

/** A text of many lines with its count beneath. Too long is said while typing, and nothing typed is taken away. */
export function LongText({ value, limit, className, ...props }: LongTextProps) {
  const { length } = value.trim();
  const over = length - limit;
  const Watch = useContext(WatchWords);
  return (
    <div className={className}>
      <Textarea value={value} {...props} />
      {length > 0 ? (
        <p
          className={classes.count}
          data-over={over > 0}
          role={length >= limit * NEAR ? 'status' : undefined}
        >
          {over > 0
            ? `${grouped(over)} too many: ${grouped(length)} of ${grouped(limit)} characters`
            : `${grouped(length)} of ${grouped(limit)} characters`}
        </p>
      ) : null}
      {Watch ? <Watch text={value} /> : null}
    </div>
  );
}
