import type { ReportSection } from '@gt/contracts/words';
import { ActionIcon, Switch, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './editor.module.css';
import { ReportTable } from './report-table.tsx';
import { WordsEditor } from './words-editor.tsx';

type SectionEditorProps = {
  section: ReportSection;
  /** From 1. */
  place: number;
  count: number;
  /** Takes the name of an edit, as `report-edits` has it. */
  onSet: (name: string, value: unknown) => void;
  onMove: (key: string, by: -1 | 1) => void;
};

/** Says of a heading what is wrong with it. */
export const headingProblem = (heading: string) =>
  heading.trim() === ''
    ? 'Enter a heading'
    : heading.trim().length > 200
      ? 'A heading has 200 characters at most'
      : undefined;

/** One section of a draft: in or out, where it stands, its heading, its wording, its tables as they are printed. */
export const SectionEditor = memo(function SectionEditor(props: SectionEditorProps) {
  const { section, place, count, onSet, onMove } = props;
  const { key, heading, isIncluded, blocks } = section;
  const name = heading.trim() || `Section ${place}`;
  const texts = blocks.filter(({ kind }) => kind === 'WORDS');
  return (
    <section className={classes.section} aria-label={name} data-left-out={!isIncluded} id={`section-${key}`}>
      <h2 className="gt-visually-hidden">{name}</h2>
      <div className={classes.sectionHead}>
        <Textarea
          id={`heading-${key}`}
          aria-label={`Heading of section ${place}`}
          className={classes.heading}
          autosize
          minRows={1}
          value={heading}
          error={headingProblem(heading)}
          onChange={(event) => onSet(`headings ${key}`, event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        />
        <div className={classes.sectionTools}>
          <Switch
            label="In the paper"
            aria-label={`In the paper: ${name}`}
            checked={isIncluded}
            onChange={(event) => onSet(`included ${key}`, event.currentTarget.checked)}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Move ${name} up`}
            data-move={`-1 ${key}`}
            disabled={place === 1}
            onClick={() => onMove(key, -1)}
          >
            <IconArrowUp size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Move ${name} down`}
            data-move={`1 ${key}`}
            disabled={place === count}
            onClick={() => onMove(key, 1)}
          >
            <IconArrowDown size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      </div>
      {isIncluded ? (
        blocks.map((block) =>
          block.kind === 'TABLE' ? (
            <div key={block.key} className={classes.table}>
              <ReportTable table={block} showsInternal />
            </div>
          ) : (
            <WordsEditor
              key={block.key}
              words={block}
              label={
                texts.length > 1 ? `Wording ${texts.indexOf(block) + 1} of ${name}` : `Wording of ${name}`
              }
              onChange={(text) => onSet(`words ${block.key}`, text)}
            />
          ),
        )
      ) : (
        <p className={classes.hint}>Left out of this paper. Its words are kept.</p>
      )}
    </section>
  );
});
