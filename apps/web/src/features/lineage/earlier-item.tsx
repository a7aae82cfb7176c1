import { formatDate, JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { themeLabel } from '@gt/domain/lineage';
import { listWords } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { RedactedNote, RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './earlier.module.css';
import { EarlierItemDialog } from './earlier-item-dialog.tsx';
import type { History, Item } from './queries.ts';

type EarlierItemProps = { item: Item; history: History; mayEdit: boolean };

/** One recommendation of an earlier inspection, verbatim, what was done about it, and who says it again. */
export function EarlierItem({ item, history, mayEdit }: EarlierItemProps) {
  const { id, reference, quote, leadIn, page, judgementAreas, themes, redactedAt } = item;
  const mayDestroy = useMayRequestDestroy();
  const editing = useDialog<true>();
  const destroying = useDialog<true>();
  const [edit, destroy] = [`edit-${id}`, `destroy-${id}`];
  const places = [
    ...(page ? [`page ${page}`] : []),
    ...judgementAreas.map((area) => JUDGEMENT_AREA_LABELS[area] ?? area),
  ];
  return (
    <li className={classes.item}>
      <h3 className={classes.name}>{reference}</h3>
      {leadIn ? <p className={classes.fact}>{leadIn}</p> : null}
      {redactedAt ? (
        <RedactedNote redactedAt={redactedAt} />
      ) : (
        <blockquote className={classes.quote}>{quote}</blockquote>
      )}
      {places.length > 0 ? <p className={classes.fact}>{places.join(', ')}</p> : null}
      {themes.length > 0 ? <p className={classes.fact}>Themes: {listWords(themes.map(themeLabel))}</p> : null}
      <p className={classes.words}>
        <strong>What was done then:</strong> {item.whatWasDone || 'Nobody has written it down yet.'}
      </p>
      {item.closedOn ? <p className={classes.fact}>Closed on {formatDate(item.closedOn)}</p> : null}
      <SaidAgain item={item} history={history} />
      {redactedAt ? null : (
        <div className={`${classes.buttons} gt-screen-only`}>
          {mayEdit ? (
            <Button
              size="compact-sm"
              variant="default"
              data-opener={edit}
              onClick={() => editing.open(true, edit)}
            >
              {item.whatWasDone ? 'Change' : 'Write down what was done'}
              <span className="gt-visually-hidden"> for {reference}</span>
            </Button>
          ) : null}
          {mayDestroy ? (
            <Button
              size="compact-sm"
              variant="subtle"
              data-opener={destroy}
              onClick={() => destroying.open(true, destroy)}
            >
              Ask to destroy
              <span className="gt-visually-hidden"> {reference}</span>
            </Button>
          ) : null}
        </div>
      )}
      {editing.opened ? <EarlierItemDialog item={item} onClose={editing.close} /> : null}
      <RequestDestroy
        {...destroying.modal}
        entity="EARLIER_RECOMMENDATION"
        entityId={id}
        reference={`${reference} of an earlier inspection`}
      />
    </li>
  );
}

function SaidAgain({ item, history }: { item: Item; history: History }) {
  const again = history.links.flatMap(({ state, earlierKey, laterKey }) =>
    state === 'CONFIRMED' && earlierKey === item.key
      ? history.items.filter(({ key }) => key === laterKey)
      : [],
  );
  if (again.length === 0) return null;
  return (
    <p className={classes.fact}>
      Said again:{' '}
      {again.map(({ key, id, planId, reference, quote }) => (
        <Link
          key={key}
          to={paths.recommendation}
          params={{ planId, recommendationId: id }}
          className={classes.link}
        >
          {reference} {quote}
        </Link>
      ))}
    </p>
  );
}
