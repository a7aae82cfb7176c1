import { ASK_STATE_LABELS, formatDate } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { ConfirmDialog, Panel, SkeletonRows } from '@gt/ui';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { holderWords } from '../../lib/holder-words.ts';
import { dayInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { AnswerForm } from './answer-form.tsx';
import { type Ask, askQuery, useAskWrites } from './queries.ts';
import classes from './readiness.module.css';

/** Fetched by whoever may add evidence. */
const EvidenceUpload = lazyPart(async () => (await import('../evidence/public.tsx')).EvidenceUpload);

/** What one post is asked for, and the way to bring it. */
export function AskPage() {
  const { planId, askId } = useParams({ from: signedIn(paths.ask) });
  const { roles } = useUser();
  const { data, error, refetch } = useQuery(askQuery(askId));
  const title = data
    ? `Evidence asked for: ${data.action?.reference ?? data.recommendation}`
    : 'Evidence asked for';
  return (
    <Page
      title={title}
      lead={
        holds(roles, 'recommendation.read') ? (
          <Link to={paths.readiness} params={{ planId }}>
            Readiness of the plan
          </Link>
        ) : (
          data?.planName
        )
      }
      actions={data?.mayWithdraw ? <Withdraw ask={data} /> : undefined}
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} rowHeight={72} label="Loading what is asked for" /> : null}
      {data ? (
        <div className={classes.page}>
          <Facts ask={data} />
          {data.mayAnswer ? <Bring key={data.id} ask={data} /> : null}
        </div>
      ) : null}
    </Page>
  );
}

function Facts({ ask }: { ask: Ask }) {
  const { planId, text, action, recommendation, recommendationId, post, state, dueDate, dueWords, overdue } =
    ask;
  const { roles } = useUser();
  return (
    <Panel title="What is asked for">
      <p className={classes.askText}>{text}</p>
      <dl className={classes.facts}>
        <div>
          <dt>For</dt>
          <dd>
            {action ? (
              <Link to={paths.action} params={{ planId, actionId: action.id }}>
                {action.reference} {action.title}
              </Link>
            ) : holds(roles, 'recommendation.read') ? (
              <Link to={paths.recommendation} params={{ planId, recommendationId }}>
                {recommendation} as a whole
              </Link>
            ) : (
              `${recommendation} as a whole`
            )}
          </dd>
        </div>
        <div>
          <dt>Asked</dt>
          <dd>
            {post.title} ({holderWords(post)}), by {ask.askedBy.name} on {dayInWords(ask.askedAt)}
          </dd>
        </div>
        <div>
          <dt>By</dt>
          <dd>
            {formatDate(dueDate)}
            {dueWords ? (
              <>
                {', '}
                <span className={overdue ? classes.late : undefined}>{dueWords.toLowerCase()}</span>
              </>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>
            {ASK_STATE_LABELS[state]}
            {ask.settledAt ? ` on ${dayInWords(ask.settledAt)} by ${ask.settledBy?.name ?? ''}` : ''}
            {ask.settledNote ? `: ${ask.settledNote}` : ''}
          </dd>
        </div>
        {ask.evidence ? (
          <div>
            <dt>Brought</dt>
            <dd>
              <Link to={paths.evidence} params={{ planId }} search={{ open: ask.evidence.id }}>
                {ask.evidence.reference} {ask.evidence.title}
              </Link>
            </dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}

/** First the evidence, then the word that it is there: what is there already need not be added again. */
function Bring({ ask }: { ask: Ask }) {
  const { planId, targets } = ask;
  const [chosen, setChosen] = useState(targets[0]?.id ?? '');
  const target = targets.find(({ id }) => id === chosen);
  return (
    <>
      <Panel title="Add the evidence">
        {targets.length === 0 ? (
          <p className={classes.quiet}>
            None of the actions it is wanted for is yours. Ask whoever asked you, or the programme lead.
          </p>
        ) : null}
        {targets.length > 1 ? (
          <NativeSelect
            label="What does it prove?"
            mb="md"
            value={chosen}
            data={targets.map(({ id, label }) => ({ value: id, label }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        ) : null}
        {target ? (
          <Suspense fallback={<SkeletonRows rows={1} rowHeight={124} label="Loading" />}>
            <EvidenceUpload
              key={target.id}
              target={{ planId, entityType: target.entityType, entityId: target.id }}
            />
          </Suspense>
        ) : null}
      </Panel>
      <Panel title="Say that it is there">
        <AnswerForm ask={ask} />
      </Panel>
    </>
  );
}

function Withdraw({ ask: { id: askId, version } }: { ask: Ask }) {
  const [opened, setOpened] = useState(false);
  const { withdraw } = useAskWrites();
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        No longer needed …
      </Button>
      <ConfirmDialog
        opened={opened}
        title="Take this request back?"
        confirmLabel="Take it back"
        reasonLabel="Why is it no longer asked for? At least 10 characters."
        busy={withdraw.isPending}
        refusal={withdraw.error ? problemOf(withdraw.error).message : undefined}
        onClose={() => setOpened(false)}
        onConfirm={(reason) =>
          withdraw.mutate(
            { askId, version, reason },
            {
              onSuccess: () => {
                toast('It is no longer asked for.');
                setOpened(false);
              },
            },
          )
        }
      >
        <p>It stays on record with your reason, and waits for nobody any more.</p>
      </ConfirmDialog>
    </>
  );
}
