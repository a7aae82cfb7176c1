import { DELIVERY_STATUS_LABELS, formatDate } from '@gt/contracts/words';
import { themeLabel, yearOf } from '@gt/domain/lineage';
import { listWords } from '@gt/domain/wording';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { RedactedNote, RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './lineage.module.css';
import { gradesWords, inspectionName } from './lineage-words.ts';
import type { RaisedBefore } from './queries.ts';
import { SharedWords } from './shared-words.tsx';
import type { Decide } from './use-decide.ts';

type ChainEntryProps = {
  before: RaisedBefore;
  planId: string;
  /** The words of the later recommendation. */
  quote: string;
  decide?: Decide;
};

/** One saying of the same concern: when, in which words, how it was judged, what was done, and how that ended. */
export function ChainEntry({ before, planId, quote, decide }: ChainEntryProps) {
  const { item, inspection, likeness, through } = before;
  const grades = gradesWords(inspection.judgements, item.judgementAreas);
  return (
    <li className={classes.entry}>
      <p className={classes.year}>{yearOf(inspection.on)}</p>
      <div className={classes.entryBody}>
        <p className={classes.place}>
          {inspectionName(inspection)}, ended {formatDate(inspection.on)}, {item.reference}
          {item.page ? `, page ${item.page}` : ''}
        </p>
        {item.redactedAt ? (
          <RedactedNote redactedAt={item.redactedAt} />
        ) : (
          <SharedWords text={item.quote} other={quote} themes={likeness.sharedThemes} />
        )}
        {grades ? <p className={classes.fact}>Judged then: {grades}</p> : null}
        {likeness.sharedThemes.length > 0 ? (
          <p className={classes.fact}>Theme: {listWords(likeness.sharedThemes.map(themeLabel))}</p>
        ) : null}
        <Done before={before} planId={planId} />
        {through ? <p className={classes.fact}>Reached over {through}, which repeats it.</p> : null}
        <Decided before={before} decide={decide} />
      </div>
    </li>
  );
}

/** Actions and how they ended where it lived here; otherwise what somebody typed. */
function Done({ before: { item, done }, planId }: { before: RaisedBefore; planId: string }) {
  if (done === null) {
    return (
      <div className={classes.done}>
        <h4 className={classes.doneTitle}>What was done then</h4>
        <p className={classes.words}>{item.whatWasDone || 'Nobody has written it down yet.'}</p>
        {item.closedOn ? (
          <p className={classes.fact}>Closed on {formatDate(item.closedOn)}, and said again since.</p>
        ) : null}
        <Link
          to={paths.earlier}
          params={{ planId, earlierId: item.inspectionKey.slice(2) }}
          className="gt-screen-only"
        >
          {item.whatWasDone ? 'Open the inspection' : 'Write down what was done'}
        </Link>
      </div>
    );
  }
  return (
    <div className={classes.done}>
      <h4 className={classes.doneTitle}>What was done then</h4>
      {done.actions.length === 0 ? <p className={classes.words}>No action stood under it.</p> : null}
      <ul className={classes.plain}>
        {done.actions.map(({ id, reference, title, status }) => (
          <li key={id}>
            <Link to={paths.action} params={{ planId: item.planId, actionId: id }} className={classes.link}>
              {reference}
            </Link>{' '}
            {title}: {DELIVERY_STATUS_LABELS[status].toLowerCase()}
          </li>
        ))}
      </ul>
      {done.closings.map(({ closedOn, reopenedOn, reopenedReason }) => (
        <p key={closedOn} className={classes.fact}>
          Closed on {formatDate(closedOn)}
          {reopenedOn
            ? `, opened again on ${formatDate(reopenedOn)}${reopenedReason ? `: ${reopenedReason}` : ''}`
            : ''}
          {reopenedOn ? '' : ', and said again since'}
        </p>
      ))}
    </div>
  );
}

function Decided({ before: { item, link }, decide }: { before: RaisedBefore; decide?: Decide }) {
  const mayDestroy = useMayRequestDestroy();
  const dialog = useDialog<true>();
  if (link === null) return null;
  const opener = `note-${link.id}`;
  return (
    <>
      <p className={classes.fact}>
        Confirmed by {link.decidedBy} on {dayInWords(link.decidedAt)}
        {link.note ? `: ${link.note}` : ''}
        {link.redactedAt ? <RedactedNote redactedAt={link.redactedAt} /> : null}
      </p>
      <div className={`${classes.buttons} gt-screen-only`}>
        {decide ? (
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={decide.isBusy}
            onClick={() =>
              decide.undo({ linkId: link.id, version: link.version }, 'No longer noted as raised before.')
            }
          >
            It is not the same after all
            <span className="gt-visually-hidden">: {item.reference}</span>
          </Button>
        ) : null}
        {mayDestroy && link.note ? (
          <Button
            size="compact-xs"
            variant="subtle"
            data-opener={opener}
            onClick={() => dialog.open(true, opener)}
          >
            Ask to destroy the note
          </Button>
        ) : null}
      </div>
      <RequestDestroy
        {...dialog.modal}
        entity="LINEAGE_LINK"
        entityId={link.id}
        reference="Note on the lineage"
      />
    </>
  );
}
