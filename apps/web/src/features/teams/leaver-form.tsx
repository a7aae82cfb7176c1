import type { IsoDate } from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import { DateField, EmptyState, ErrorSummary, Panel } from '@gt/ui';
import { Button, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './leaver.module.css';
import { handOverLeaverMutation, type LeaverHolds, refreshTeams } from './queries.ts';

type Person = { id: string; name: string };
type LeaverFormProps = { leaver: LeaverHolds; people: readonly Person[] };
type PostChoice = { successorId: string | null; note: string };
type Rest = { ownedActionsTo: string | null; sharedViewsTo: string | null; followsTo: string | null };

const NOBODY: Rest = { ownedActionsTo: null, sharedViewsTo: null, followsTo: null };

/** What somebody holds, who takes each over, and the last day; sent as one. */
export function LeaverForm({ leaver, people }: LeaverFormProps) {
  const today = useToday();
  const [lastDay, setLastDay] = useState<IsoDate | null>(today);
  const [choices, setChoices] = useState<Record<string, PostChoice>>({});
  const [rest, setRest] = useState(NOBODY);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const handOver = useMutation(handOverLeaverMutation());
  const form = useWriteForm();
  // A post whose end is agreed already has been handed over.
  const posts = leaver.posts.filter(({ until }) => until === null);
  const { person, ownedActions, sharedViews, follows, pendingRequests, onlyAnswersFor } = leaver;
  const choiceOf = (postId: string) => choices[postId] ?? { successorId: null, note: '' };
  const choose = (postId: string, patch: Partial<PostChoice>) =>
    setChoices({ ...choices, [postId]: { ...choiceOf(postId), ...patch } });
  const select = (
    id: string,
    label: string,
    value: string | null,
    onChange: (id: string | null) => void,
    nobody: string,
  ) => (
    <Select
      id={id}
      label={label}
      placeholder={nobody}
      data={people.map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
      error={form.errors[id]}
      searchable
      clearable
      selectFirstOptionOnChange
      autoSelectOnBlur
      clearButtonProps={{ 'aria-label': `Take away: ${label}` }}
      nothingFoundMessage="Nobody of that name. Invite them on the People page."
    />
  );
  if (posts.length === 0 && ownedActions.length === 0 && sharedViews.length === 0 && follows === 0) {
    return leaver.handedOver ? null : (
      <EmptyState
        sentence={`${person.name} holds no post and owns no open action. There is nothing to hand over.`}
      />
    );
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.passes(lastDay ? [] : [{ field: 'lastDay', message: 'Enter their last day' }]) || !lastDay)
      return;
    const saved = await form.send(() =>
      handOver.mutateAsync({
        userId: person.id,
        lastDay,
        posts: posts.map(({ id, version }) => ({ postId: id, version, ...choiceOf(id) })),
        ...rest,
        idempotencyKey,
      }),
    );
    await refreshTeams();
    if (saved) toast(`The work of ${person.name} is handed over.`);
  };
  const vacant = posts.filter(({ id }) => choiceOf(id).successorId === null);
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className={classes.form}>
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <p className={classes.warning} role="alert">
          {form.conflict.changedBy} changed one of the posts a moment ago. What you chose is kept: look at it
          again, and press once more.
        </p>
      ) : null}
      <DateField
        id="lastDay"
        label="Last day"
        value={lastDay}
        onChange={setLastDay}
        error={form.errors.lastDay}
        className={classes.date}
      />
      {posts.map((post) => (
        <Panel key={post.id} title={post.title} aside={post.team.name}>
          <p className={classes.say}>With the post go {goesWith(post)}. History keeps the old name.</p>
          <div className={classes.fields}>
            {select(
              `successor:${post.id}`,
              `Who takes over ${post.title}`,
              choiceOf(post.id).successorId,
              (successorId) => choose(post.id, { successorId }),
              'Nobody yet: leave it vacant',
            )}
            <Textarea
              id={`note:${post.id}`}
              label="Note for whoever takes it over (optional)"
              description="What is under way, what was promised, whom to ask"
              maxLength={500}
              autosize
              minRows={2}
              value={choiceOf(post.id).note}
              onChange={({ currentTarget }) => choose(post.id, { note: currentTarget.value })}
            />
          </div>
        </Panel>
      ))}
      {ownedActions.length + sharedViews.length + follows > 0 ? (
        <Panel title="In their own name">
          <div className={classes.fields}>
            {ownedActions.length > 0 ? (
              <div>
                <p className={classes.say}>
                  {countOf(ownedActions.length, 'open action')}: {byPlan(ownedActions)}. These change hands at
                  once.
                </p>
                {select(
                  'ownedActionsTo',
                  'Who owns them then',
                  rest.ownedActionsTo,
                  (ownedActionsTo) => setRest({ ...rest, ownedActionsTo }),
                  'Nobody by name: the post, if there is one',
                )}
              </div>
            ) : null}
            {sharedViews.length > 0
              ? select(
                  'sharedViewsTo',
                  `Who keeps the shared views: ${listWords(
                    sharedViews.map(({ name }) => name),
                    5,
                  )}`,
                  rest.sharedViewsTo,
                  (sharedViewsTo) => setRest({ ...rest, sharedViewsTo }),
                  'Nobody: they stay shared as they are',
                )
              : null}
            {follows > 0
              ? select(
                  'followsTo',
                  `Who follows the ${countOf(follows, 'action')} they follow`,
                  rest.followsTo,
                  (followsTo) => setRest({ ...rest, followsTo }),
                  'Nobody',
                )
              : null}
          </div>
        </Panel>
      ) : null}
      {pendingRequests > 0 ? (
        <p className={classes.say}>
          {countOf(pendingRequests, 'date they asked for waits', 'dates they asked for wait')} for an answer.
          They stay open until somebody decides.
        </p>
      ) : null}
      {onlyAnswersFor.length > 0 ? (
        <p className={classes.warning}>
          Nobody else answers for {listWords(onlyAnswersFor.map(({ name }) => name))}. Whoever takes over
          needs the role of a manager, on the People page.
        </p>
      ) : null}
      {vacant.length > 0 ? (
        <p className={classes.warning}>
          {listWords(vacant.map(({ title }) => title))} will be vacant from the day after. Open actions are
          then shown as held by nobody.
        </p>
      ) : null}
      <div>
        <Button type="submit" loading={handOver.isPending}>
          Hand over
        </Button>
      </div>
    </form>
  );
}

/** "R2.A3 and R2.A5 of Northmoor ILACS 2026" */
function byPlan(actions: LeaverHolds['ownedActions']): string {
  const plans = Map.groupBy(actions, ({ planName }) => planName);
  const words = [...plans].map(
    ([name, own]) =>
      `${listWords(
        own.map(({ reference }) => reference),
        8,
      )} of ${name}`,
  );
  return words.join('; ');
}

function goesWith(post: LeaverHolds['posts'][number]): string {
  const parts = [
    [post.openActions, 'open action'] as const,
    [post.accountableFor, 'action it is accountable for', 'actions it is accountable for'] as const,
    [post.recommendationsLed, 'recommendation it leads', 'recommendations it leads'] as const,
    [post.measures, 'measure'] as const,
  ].flatMap(([count, one, many]) => (count > 0 ? [countOf(count, one, many)] : []));
  return parts.length > 0 ? listWords(parts) : 'no open work';
}
