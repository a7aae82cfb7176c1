import { listWords } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { RedactedNote, RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './panels.module.css';
import type { Recommendation } from './queries.ts';

type Paragraph = Recommendation['paragraphs'][number];

/** Where the report's numbered paragraphs bear on the recommendation, and the words both share. */
export function ParagraphsPanel({ paragraphs }: { paragraphs: Recommendation['paragraphs'] }) {
  const mayDestroy = useMayRequestDestroy();
  const [destroying, setDestroying] = useState<Paragraph | null>(null);
  if (paragraphs.length === 0) return null;
  return (
    <Panel title="What the report says about it">
      {paragraphs.map((paragraph) => (
        <details key={paragraph.id} className={classes.paragraph}>
          <summary>
            Paragraph {paragraph.number}, page {paragraph.page}
            {paragraph.sharedWords.length > 0 ? (
              <span className={classes.shared}>shares the words {listWords(paragraph.sharedWords)}</span>
            ) : null}
          </summary>
          <Words paragraph={paragraph} onDestroy={mayDestroy ? () => setDestroying(paragraph) : null} />
        </details>
      ))}
      {destroying ? (
        <RequestDestroy
          opened
          onClose={() => setDestroying(null)}
          entity="REPORT_PARAGRAPH"
          entityId={destroying.id}
          reference={`Paragraph ${destroying.number} of the report`}
        />
      ) : null}
    </Panel>
  );
}

function Words({ paragraph, onDestroy }: { paragraph: Paragraph; onDestroy: (() => void) | null }) {
  const { number, heading, text, redactedAt } = paragraph;
  if (redactedAt) {
    return (
      <p className={classes.text}>
        <RedactedNote redactedAt={redactedAt} />
      </p>
    );
  }
  return (
    <>
      {heading ? <p className={classes.section}>{heading}</p> : null}
      <p className={classes.text}>{text}</p>
      {onDestroy ? (
        <Button size="compact-xs" variant="subtle" className="gt-screen-only" onClick={onDestroy}>
          Ask to destroy
          <span className="gt-visually-hidden"> paragraph {number}</span>
        </Button>
      ) : null}
    </>
  );
}
