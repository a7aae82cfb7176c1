import type { RoomQuestion, RoomView } from '@gt/contracts/words';
import { ENQUIRY_LIMITS } from '@gt/domain/evidence';
import { checkText, listWords } from '@gt/domain/wording';
import { ErrorSummary, LongText, Panel } from '@gt/ui';
import { Button, NativeSelect, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { TypedWarningByLink } from '../screening/public.tsx';
import { useAsk } from './queries.ts';
import classes from './room.module.css';

const ALL = '';

/** What visitors ask of the trust, and what of the pack answers it. */
export function RoomQuestions({ view }: { view: RoomView }) {
  return (
    <Panel
      title="Ask"
      aside={view.questions.length > 0 ? `${view.questions.length} asked in this room` : undefined}
    >
      <p className={classes.sentence}>
        Ask what you look for and do not find. Your question goes to {view.askWhom}, and the evidence that
        answers it is named here, as far as it is in the pack.
      </p>
      <AskForm view={view} />
      {view.questions.length > 0 ? (
        <ol className={classes.questions} aria-label="Questions asked in this room">
          {view.questions.map((question) => (
            <Asked key={question.id} question={question} />
          ))}
        </ol>
      ) : null}
    </Panel>
  );
}

function AskForm({ view }: { view: RoomView }) {
  const [question, setQuestion] = useState('');
  const [about, setAbout] = useState(ALL);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState('');
  const form = useWriteForm('ask-');
  const ask = useAsk();
  const choices = view.areas.flatMap(({ recommendations }) => recommendations);
  const submit = async () => {
    setSaid('');
    const rule = { label: 'The question', enter: 'Enter what you ask', max: ENQUIRY_LIMITS.question };
    if (!form.passes(checkText('question', question, rule))) return;
    const recommendations = about === ALL ? [] : [about];
    const isSent = await form.send(() => ask.mutateAsync({ question, recommendations, idempotencyKey: key }));
    if (!isSent) return;
    setQuestion('');
    setKey(crypto.randomUUID());
    setSaid('Your question is sent. It stands below.');
  };
  return (
    <form
      noValidate
      aria-label="Ask a question"
      className="gt-screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <ErrorSummary {...form.summary} />
        <div>
          <LongText
            id="ask-question"
            label="Your question"
            description="Do not name a child."
            autosize
            minRows={2}
            limit={ENQUIRY_LIMITS.question}
            value={question}
            error={form.errors.question}
            onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
          />
          <TypedWarningByLink text={question} />
        </div>
        <NativeSelect
          id="ask-recommendations"
          label="What it is about"
          value={about}
          error={form.errors.recommendations}
          data={[
            { value: ALL, label: 'The whole pack' },
            ...choices.map(({ ref, number, title }) => ({ value: ref, label: `${number} ${ref} ${title}` })),
          ]}
          onChange={({ currentTarget }) => setAbout(currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={ask.isPending}>
            Ask
          </Button>
        </div>
        <p role="status" className={classes.meta}>
          {said}
        </p>
      </Stack>
    </form>
  );
}

function Asked({ question: asked }: { question: RoomQuestion }) {
  const { reference, question, askedBy, askedAt, recommendations, answers, isRemoved } = asked;
  return (
    <li className={classes.question}>
      <h3 className={classes.part}>
        {reference} {question === '' ? 'These words were taken out' : question}
      </h3>
      <p className={classes.meta}>
        {askedBy}, {dayInWords(askedAt)} at {timeInWords(askedAt)}
        {recommendations.length > 0 ? ` · about ${listWords(recommendations)}` : ''}
      </p>
      {isRemoved ? <p className={classes.sentence}>The trust has taken this question off its list.</p> : null}
      {!isRemoved && answers.length === 0 ? <p className={classes.sentence}>Waits for an answer.</p> : null}
      {!isRemoved && answers.length > 0 ? (
        <>
          <p className={classes.sentence}>Answered by:</p>
          <ul className={classes.plainList}>
            {answers.map(({ ref, title, under }) => (
              <li key={ref}>
                {under ? (
                  <Link to={paths.inspectorRoom} search={{ show: under }} hash={ref}>
                    {ref} {title}
                  </Link>
                ) : (
                  `${ref} ${title}`
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </li>
  );
}
