import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PaperItem } from './paper-item.tsx';
import type { Paper } from './paper-words.ts';
import classes from './reports.module.css';

/** Papers shown before somebody asks for all. */
const SHOWN = 6;

type PaperGroupProps = {
  title: string;
  papers: readonly Paper[];
  /** What to do next while there is none. */
  empty: { sentence: string; detail?: ReactNode };
  /** Above all: the clock that they count to. */
  head?: ReactNode;
  /** What can be made. */
  children?: ReactNode;
};

/** Papers of one kind, newest first. */
export function PaperGroup({ title, papers, empty, head, children }: PaperGroupProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? papers : papers.slice(0, SHOWN);
  return (
    <Panel title={title} aside={papers.length > 1 ? `${papers.length} in all` : undefined}>
      {head}
      {papers.length === 0 ? (
        <div className={classes.empty}>
          <p>{empty.sentence}</p>
          {empty.detail ? <p className={classes.emptyDetail}>{empty.detail}</p> : null}
        </div>
      ) : null}
      {children}
      {shown.length > 0 ? (
        <ul className={classes.papers}>
          {shown.map((paper) => (
            <PaperItem key={paper.key} paper={paper} />
          ))}
        </ul>
      ) : null}
      {shown.length < papers.length ? (
        <Button variant="default" mt="md" onClick={() => setWhole(true)}>
          Show all {papers.length}
        </Button>
      ) : null}
    </Panel>
  );
}
