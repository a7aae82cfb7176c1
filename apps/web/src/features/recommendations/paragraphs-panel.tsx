import { listWords } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import classes from './panels.module.css';
import type { Recommendation } from './queries.ts';

/** Where the report's numbered paragraphs bear on the recommendation, and the words both share. */
export function ParagraphsPanel({ paragraphs }: { paragraphs: Recommendation['paragraphs'] }) {
  if (paragraphs.length === 0) return null;
  return (
    <Panel title="What the report says about it">
      {paragraphs.map(({ number, page, heading, text, sharedWords }) => (
        <details key={number} className={classes.paragraph}>
          <summary>
            Paragraph {number}, page {page}
            {sharedWords.length > 0 ? (
              <span className={classes.shared}>shares the words {listWords(sharedWords)}</span>
            ) : null}
          </summary>
          {heading ? <p className={classes.section}>{heading}</p> : null}
          <p className={classes.text}>{text}</p>
        </details>
      ))}
    </Panel>
  );
}
