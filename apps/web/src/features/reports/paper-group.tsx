import { EmptyState, Panel } from '@gt/ui';
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
  /** What can be made, and the clock that it counts to. */
  children?: ReactNode;
};

/** Papers of one kind, newest first. */
export function PaperGroup({ title, papers, empty, children }: PaperGroupProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? papers : papers.slice(0, SHOWN);
  return (
    <Panel title={title} aside={papers.length > 1 ? `${papers.length} in all` : undefined}>
      {children}
      {papers.length === 0 ? <EmptyState sentence={empty.sentence} detail={empty.detail} /> : null}
      <ul className={classes.papers}>
        {shown.map((paper) => (
          <PaperItem key={paper.key} paper={paper} />
        ))}
      </ul>
      {shown.length < papers.length ? (
        <Button variant="default" mt="md" onClick={() => setWhole(true)}>
          Show all {papers.length}
        </Button>
      ) : null}
    </Panel>
  );
}
