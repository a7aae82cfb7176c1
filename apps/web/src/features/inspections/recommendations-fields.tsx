import { FRAMEWORKS, type InspectionKind, type ReportParagraph } from '@gt/contracts/words';
import { INSPECTION_SHAPES, itemWords } from '@gt/domain/inspection';
import { sentenceCase, withArticle } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { PageBeside, type ReportPages, type Shown } from './page-beside.tsx';
import type { FieldErrors, RecommendationField } from './plan-form-state.ts';
import { RecommendationFields } from './recommendation-fields.tsx';
import { addItem, addMarked, changeAt, joinWithNext, removeAt, splitAt } from './recommendation-list.ts';
import classes from './recommendations-fields.module.css';

type RecommendationsFieldsProps = {
  list: readonly RecommendationField[];
  frameworkKey: string | null;
  kind?: InspectionKind | null;
  /** A further inspection of a plan: its items go on numbering there. */
  isFurther?: boolean;
  paragraphs: readonly ReportParagraph[];
  /** Its pages are shown beside the list. */
  report?: ReportPages;
  errors: FieldErrors;
  /** Of an inspection kept as history: no plan comes of it. */
  isHistory?: boolean;
  onChange: (list: RecommendationField[]) => void;
};

type Placed = Pick<RecommendationsFieldsProps, 'isHistory' | 'isFurther'>;
const asideWords = (count: number, { isHistory, isFurther }: Placed) =>
  isFurther ? `${count} to be added` : `${count} in this ${isHistory ? 'inspection' : 'plan'}`;
const orderWords = ({ isHistory, isFurther }: Placed) => {
  if (isHistory) return ', in its order.';
  return isFurther
    ? '. In this order each takes the next number of the plan.'
    : '. Each becomes R1, R2 and so on in this order.';
};

/** Every recommendation word for word; any can be corrected, split, joined, taken out or added. */
export function RecommendationsFields(props: RecommendationsFieldsProps) {
  const { list, frameworkKey, kind = null, paragraphs, report, errors, onChange } = props;
  const shape = kind === null ? null : INSPECTION_SHAPES[kind];
  const { one, many } = itemWords(kind ?? 'INSPECTION');
  const [told, setTold] = useState('');
  const [taken, setTaken] = useState<{ list: readonly RecommendationField[]; name: string } | null>(null);
  const [at, setAt] = useState({ index: 0, page: list[0]?.page ?? 1 });
  const judged = FRAMEWORKS.find(({ key }) => key === frameworkKey)?.areas ?? [];
  // An overall grade sums up the others: nothing is recommended under it alone.
  const areas = judged.filter((area) => !area.startsWith('overall'));

  const change = (next: RecommendationField[], words: string) => {
    setTaken(null);
    onChange(next);
    setTold(words);
  };
  const takeOut = (index: number) => {
    change(removeAt(list, index), `R${index + 1} was taken out.`);
    setTaken({ list, name: `R${index + 1}` });
  };
  const shown = (index: number): Shown => ({
    page: at.page,
    quote: list[index]?.quote ?? '',
    name: `R${index + 1}`,
  });
  const split = (index: number, cursor: number) => {
    const next = splitAt(list, index, cursor);
    if (next) change(next, `R${index + 1} was split. What follows has moved down by one.`);
    else setTold('Place the cursor in the words where the second recommendation begins, then split.');
  };

  return (
    <Panel title={sentenceCase(many)} aside={asideWords(list.length, props)}>
      <p className={classes.lead}>Keep the report's own words{orderWords(props)}</p>
      <div className={report ? classes.beside : undefined}>
        <ol className={classes.list}>
          {list.map((item, index) => (
            <li
              key={item.key}
              className={classes.item}
              onFocusCapture={() => setAt({ index, page: item.page ?? at.page })}
            >
              <RecommendationFields
                item={item}
                index={index}
                areas={areas}
                shape={shape}
                paragraphs={paragraphs}
                errors={errors}
                isLast={index === list.length - 1}
                onChange={(patch) => onChange(changeAt(list, index, patch))}
                onSplit={(cursor) => split(index, cursor)}
                onJoin={() =>
                  change(joinWithNext(list, index), `R${index + 1} and R${index + 2} are now one.`)
                }
                onRemove={() => takeOut(index)}
              />
            </li>
          ))}
        </ol>
        {report ? (
          <PageBeside
            report={report}
            shown={shown(at.index)}
            onPage={(page) => setAt({ ...at, page })}
            onMark={(words, page) => {
              const next = addMarked(list, words, page);
              const made = next.findIndex(({ quote }) => quote === words);
              change(next, `R${made + 1} holds the words that you marked.`);
              setAt({ index: made, page });
            }}
          />
        ) : null}
      </div>
      <p role="status" className={classes.told}>
        {told}
        {taken ? (
          <Button
            variant="subtle"
            size="compact-sm"
            ml="xs"
            onClick={() => change([...taken.list], `${taken.name} is back.`)}
          >
            Put {taken.name} back
          </Button>
        ) : null}
      </p>
      <Button variant="default" onClick={() => change(addItem(list), 'One was added at the end.')}>
        Add {withArticle(one)}
      </Button>
    </Panel>
  );
}
