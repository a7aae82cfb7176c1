import { AGENDA_SECTION_LABELS, formatDate, type Rag } from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import { RagBadge, SkeletonRows, StatusBadge, ThreadMini, threadInWords } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { holderWords } from '../../../lib/holder-words.ts';
import { paths } from '../../../lib/paths.ts';
import { useToday } from '../../../lib/session.ts';
import { type ActionDetail, type AgendaItem, itemActionQuery, itemQuery } from '../queries.ts';
import { DecisionsOnItem } from './decisions-on-item.tsx';
import classes from './item-view.module.css';
import { LastUpdate } from './last-update.tsx';
import { ledgerWords } from './ledger-words.ts';
import { useMeeting } from './meeting-context.ts';
import { useShownItem } from './use-queue-sender.ts';

/** The one thing that is talked about now: what it is, where it stands, what moved, what is missing. */
export function ItemView({ item }: { item: AgendaItem }) {
  const { review } = useMeeting();
  const detail = useQuery(itemQuery(review.id, item));
  const action = useQuery({ ...itemActionQuery(item.actionId ?? ''), enabled: item.actionId !== null });
  const failed = detail.error ?? (item.actionId ? action.error : null);
  const why = item.sections.map((section) => AGENDA_SECTION_LABELS[section].toLowerCase());
  return (
    <article className={classes.item} aria-labelledby="item-heading">
      <header className={classes.head}>
        <p className={classes.why}>On the agenda because: {listWords(why)}</p>
        <h2 id="item-heading" tabIndex={-1} className={classes.heading} data-item-heading>
          <span className={classes.reference}>{item.reference}</span>{' '}
          {item.redactedAt ? 'Words destroyed' : item.title}
        </h2>
      </header>
      {failed && !(detail.data || action.data) ? (
        <ProblemPanel
          error={failed}
          onRetry={() => {
            void detail.refetch();
            if (item.actionId) void action.refetch();
          }}
        />
      ) : null}
      {item.actionId === null ? (
        <CarriedDecision
          title={item.title}
          decision={detail.data?.decision ?? null}
          isLoading={detail.isPending}
        />
      ) : action.data ? (
        <Standing item={item} action={action.data} />
      ) : failed ? null : (
        <SkeletonRows rows={5} label="Loading the action" />
      )}
      {item.actionId ? (
        <>
          <Findings item={item} />
          <LastUpdate actionId={item.actionId} sameAsLast={detail.data?.sameAsLast ?? null} />
        </>
      ) : null}
      <LastNote note={detail.data?.lastNote ?? null} />
      <DecisionsOnItem item={item} carried={detail.data?.openDecisions ?? []} />
    </article>
  );
}

/** Who, by when, what colour, and why: in three lines that can be read out. */
function Standing({ item, action }: { item: AgendaItem; action: ActionDetail }) {
  const { review, sender } = useMeeting();
  const today = useToday();
  const shown = useShownItem(sender, item);
  const { data: detail } = useQuery(itemQuery(review.id, item));
  const late = action.daysOverdue > 0;
  return (
    <div className={classes.standing}>
      <p className={classes.line}>
        <ThreadMini knots={action.knots} />
        <span>{threadInWords(action.knots)}</span>
      </p>
      <p className={classes.line}>
        <strong>{ownerWords(action)}</strong>
        <span>{action.team?.name ?? 'No team'}</span>
        <StatusBadge status={shown.status ?? action.status} />
        <Link
          to={paths.action}
          params={{ planId: action.planId, actionId: action.id }}
          target="_blank"
          className={classes.open}
        >
          Open the action<span className="gt-visually-hidden"> in another tab</span>
        </Link>
      </p>
      <p className={classes.line} data-late={late || undefined}>
        <span>{capital(ledgerWords({ ...action, dueDate: shown.dueDate ?? action.dueDate }, today))}</span>
      </p>
      <p className={classes.line}>
        {item.before ? (
          <>
            <span>{formatDate(item.before.asAt)}</span>
            <RagBadge rag={item.before.rag} compact />
            <span aria-hidden="true">→</span>
          </>
        ) : null}
        <span className={classes.now}>now</span>
        <RagBadge rag={shown.rag as Rag} />
        {detail && shown.rag !== 'NONE' && shown.rag === item.rag ? (
          <span>{detail.ragWords.replace(/ at .*$/, '')}</span>
        ) : null}
        <span className={classes.rule}>by rule</span>
        <RagBadge rag={shown.calculatedRag} />
      </p>
      {action.ragReason ? <p className={classes.reason}>Declared because: {action.ragReason}</p> : null}
      {action.calculatedReasons.length > 0 ? (
        <p className={classes.reason}>By rule: {action.calculatedReasons.join('; ')}.</p>
      ) : null}
      {detail?.mismatch ? (
        <p className={classes.mismatch}>
          {detail.mismatch.sentence}.{' '}
          {detail.mismatch.explanation
            ? `Explained: ${detail.mismatch.explanation}`
            : 'Nobody has said why the two differ.'}
        </p>
      ) : null}
    </div>
  );
}

function ownerWords({ ownerPost, ownerUser }: ActionDetail): string {
  if (!ownerPost) return ownerUser?.name ?? 'Nobody owns it yet';
  const holder = ownerUser?.name ?? ownerPost.holder;
  return `${ownerPost.title} (${holderWords({ title: ownerPost.title, holder })})`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What moved since the last snapshot, and what the evidence still lacks. */
function Findings({ item }: { item: AgendaItem }) {
  const { review } = useMeeting();
  const { data, isPending } = useQuery(itemQuery(review.id, item));
  if (isPending) return <SkeletonRows rows={2} label="Loading what moved" />;
  const { movement = [], evidenceGaps = [] } = data ?? {};
  const since = item.before ? `since ${formatDate(item.before.asAt)}` : 'since the last snapshot';
  return (
    <div className={classes.findings}>
      <section>
        <h3 className={classes.title}>Moved {since}</h3>
        <Lines lines={movement} none={item.before ? 'Nothing moved.' : 'It was in no snapshot yet.'} />
      </section>
      <section>
        <h3 className={classes.title}>Evidence</h3>
        <Lines lines={evidenceGaps} none="Nothing is missing." />
      </section>
    </div>
  );
}

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <ul className={classes.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function LastNote({ note }: { note: { reviewNumber: number; heldOn: string; note: string } | null }) {
  if (!note) return null;
  return (
    <section>
      <h3 className={classes.title}>
        Said in review {note.reviewNumber}, {formatDate(note.heldOn)}
      </h3>
      <p className={classes.said}>{note.note}</p>
    </section>
  );
}

type CarriedProps = {
  /** What the heading says already. */
  title: string;
  decision: {
    text: string;
    ownerPost: { title: string; holder: string | null } | null;
    dueDate: string | null;
  } | null;
  isLoading: boolean;
};

/** A decision of an earlier review: what was decided, who sees to it, and by when. */
function CarriedDecision({ title, decision, isLoading }: CarriedProps) {
  if (!decision) return isLoading ? <SkeletonRows rows={3} label="Loading the decision" /> : null;
  const { ownerPost, dueDate, text } = decision;
  return (
    <div className={classes.standing}>
      {text === title ? null : <p className={classes.decided}>{text}</p>}
      <p className={classes.line}>
        <strong>{ownerPost ? `${ownerPost.title} (${holderWords(ownerPost)})` : 'Nobody is named'}</strong>
        <span>{dueDate ? `due ${formatDate(dueDate)}` : 'no date'}</span>
      </p>
    </div>
  );
}
