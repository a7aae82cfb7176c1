import { joinLines } from '@gt/domain/wording';
import { ProgressLine } from '@gt/ui';
import { Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import classes from './page-beside.module.css';
import { PagePicture } from './page-picture.tsx';
import { importPageQuery } from './queries.ts';
import { quoteLines } from './quote-lines.ts';
import { selectedWords, withoutMark } from './selected-words.ts';

export type ReportPages = { importId: string; count: number };
/** What is looked at: a page, and the words to be found on it. */
export type Shown = { page: number; quote: string; name: string };

/** Width to height of the paper that every report is printed on. */
const A4 = Math.SQRT1_2;

type PageBesideProps = {
  report: ReportPages;
  shown: Shown;
  onPage: (page: number) => void;
  /** Words that were marked, and the page they stand on. */
  onMark: (words: string, page: number) => void;
};

/** The report's own page beside what was read from it; words marked on it become a recommendation. */
export function PageBeside({ report, shown, onPage, onMark }: PageBesideProps) {
  const { page, quote, name } = shown;
  const layer = useRef<HTMLDivElement>(null);
  const { data, error, isError, refetch } = useQuery(importPageQuery(report.importId, page));
  const selected = useSelectedWords(layer);
  const lines = data?.ok ? data.lines : [];
  const marked = quoteLines(lines, quote);
  return (
    <section className={classes.beside} aria-label="Page of the report">
      <Group gap="xs" className={classes.bar}>
        <Button variant="default" size="compact-md" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          Page before
        </Button>
        <span role="status">
          Page {page} of {report.count}
        </span>
        <Button
          variant="default"
          size="compact-md"
          disabled={page >= report.count}
          onClick={() => onPage(page + 1)}
        >
          Next page
        </Button>
      </Group>
      <p className={classes.found}>{told(name, quote, marked.size, data?.ok === true && lines.length > 0)}</p>
      {lines.length > 0 ? (
        <Button
          variant="default"
          disabled={selected === ''}
          // Pressing must not take the selection away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(selected, page)}
        >
          Add the selected words
        </Button>
      ) : null}
      {isError ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {data || isError ? null : <ProgressLine label="Reading the page" share={null} />}
      {data ? (
        <PagePicture
          key={`picture ${page}`}
          src={`/files/imports/${report.importId}/pages/${page}`}
          name={`Words of page ${page}`}
          ratio={data.ok ? data.ratio : A4}
          lines={lines}
          marked={marked}
          layer={layer}
        />
      ) : null}
      {data && !data.ok ? <p>{data.sentence}</p> : null}
      {data?.ok && lines.length === 0 ? (
        <p>This page is a picture: its words cannot be selected. Read them here and type them.</p>
      ) : null}
      {lines.length > 0 ? (
        <ChooseLines key={`lines ${page}`} lines={lines} onChoose={(words) => onMark(words, page)} />
      ) : null}
    </section>
  );
}

function told(name: string, quote: string, found: number, hasWords: boolean): string {
  if (quote.trim() === '') return 'Select words on the page to add them as a recommendation.';
  if (!hasWords) return '';
  return found > 0 ? `${name} is highlighted.` : `The words of ${name} were not found on this page.`;
}

/** What is selected within the layer, kept up as the person selects. */
function useSelectedWords(layer: { current: HTMLDivElement | null }): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    const read = () => setWords(selectedWords(layer.current, document.getSelection()));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [layer]);
  return words;
}

type ChooseLinesProps = { lines: readonly { text: string }[]; onChoose: (words: string) => void };

/** The same without a pointer: lines are ticked, and joined as they stand. */
function ChooseLines({ lines, onChoose }: ChooseLinesProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const choose = () => {
    onChoose(withoutMark(joinLines(lines.flatMap(({ text }, index) => (chosen.has(index) ? [text] : [])))));
    setChosen(new Set());
  };
  return (
    <details className={classes.choose}>
      <summary>Choose lines instead</summary>
      <div className={classes.lines}>
        {lines.map(({ text }, index) => (
          <Checkbox
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a stored page never move
            key={index}
            label={text}
            checked={chosen.has(index)}
            onChange={() => toggle(index)}
          />
        ))}
      </div>
      <Button variant="default" mt="xs" disabled={chosen.size === 0} onClick={choose}>
        Add the chosen lines
      </Button>
    </details>
  );
}
