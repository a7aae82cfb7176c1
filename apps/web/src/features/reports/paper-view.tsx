import type { ReportSection, ReportWords } from '@gt/contracts/words';
import { SENSITIVITY_LABELS } from '@gt/contracts/words';
import { readWords } from '@gt/domain/report';
import { Quote } from '@gt/ui';
import { memo } from 'react';
import classes from './paper.module.css';
import type { Editable } from './report-edits.ts';
import { ReportTable } from './report-table.tsx';

/** A paper as it is printed: marking, what it is about, the sections that are in it. Its title is the page's own. */
export function PaperView({ paper: { marking, content } }: { paper: Editable }) {
  const { subtitle, facts, sections } = content;
  const label = SENSITIVITY_LABELS[marking];
  return (
    <article className={classes.paper} aria-label="The paper as it is printed">
      <p className={`${classes.marking} gt-screen-only`}>{label}</p>
      <p className={classes.subtitle}>{subtitle}</p>
      {facts.length > 0 ? (
        <dl className={classes.facts}>
          {facts.map(({ label: name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {sections.map((section) =>
        section.isIncluded ? <SectionView key={section.key} section={section} /> : null,
      )}
      <p className={classes.marking}>{label}</p>
    </article>
  );
}

const SectionView = memo(function SectionView({ section: { heading, blocks } }: { section: ReportSection }) {
  return (
    <section className={classes.section}>
      <h2>{heading}</h2>
      {blocks.map((block) =>
        block.kind === 'TABLE' ? (
          <ReportTable key={block.key} table={block} />
        ) : (
          <WordsView key={block.key} words={block} />
        ),
      )}
    </section>
  );
});

/** Wording in paragraphs and lists; somebody else's words as a quotation. */
export function WordsView({ words: { text, isFixed } }: { words: Pick<ReportWords, 'text' | 'isFixed'> }) {
  if (isFixed) return <Quote text={text.replace(/^“|”$/g, '')} />;
  return readWords(text).map((part, index) =>
    part.kind === 'PARAGRAPH' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
      <p key={index}>{part.text}</p>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <ul key={index}>
        {part.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={at}>{item}</li>
        ))}
      </ul>
    ),
  );
}
