import { QUESTION_MAX } from '@gt/domain/evidence';
import { checkText } from '@gt/domain/wording';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button } from '@mantine/core';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './evidence.module.css';
import { type EvidenceDetail, useEvidenceWrites } from './queries.ts';

type Question = EvidenceDetail['questions'][number];

/** What verifiers asked, the newest first, with the answers; whoever may answers in place. */
export function QuestionList({ evidence }: { evidence: EvidenceDetail }) {
  const { questions, may } = evidence;
  return (
    <ul className={classes.entries}>
      {questions.map((question) => (
        <li key={question.id} className={classes.entry}>
          {question.redactedAt ? (
            <RedactedNote redactedAt={question.redactedAt} />
          ) : (
            <p className={classes.text}>
              <strong>Asked:</strong> {question.text}
            </p>
          )}
          <p className={classes.quiet}>
            {question.askedBy.name}, {dayInWords(question.askedAt)}
          </p>
          {question.redactedAt ? null : <Answer evidence={evidence} question={question} may={may.answer} />}
        </li>
      ))}
    </ul>
  );
}

type AnswerProps = { evidence: EvidenceDetail; question: Question; may: EvidenceDetail['may']['answer'] };

function Answer({ evidence, question, may }: AnswerProps) {
  if (question.answeredAt) {
    return (
      <>
        <p className={classes.text}>
          <strong>Answered:</strong> {question.answer}
        </p>
        <p className={classes.quiet}>
          {question.answeredBy?.name}, {dayInWords(question.answeredAt)}
        </p>
      </>
    );
  }
  return may.ok ? (
    <AnswerForm evidence={evidence} question={question} />
  ) : (
    <p className={classes.quiet}>Not answered yet.</p>
  );
}

const UNTOUCHED = { answer: '' };

function AnswerForm({ evidence, question }: { evidence: EvidenceDetail; question: Question }) {
  const name = `answer-${question.id}`;
  const draft = useDraft(
    `evidence-answer:${question.id}`,
    { entityType: 'EVIDENCE', entityId: evidence.id },
    UNTOUCHED,
  );
  const { answer: send } = useEvidenceWrites();
  const form = useWriteForm(`${name}-`);
  const { answer } = draft.values;
  const submit = async () => {
    const rule = { label: 'The answer', enter: 'Enter the answer', max: QUESTION_MAX };
    if (!form.passes(checkText('answer', answer, rule))) return;
    const input = { questionId: question.id, version: question.version, answer };
    if (!(await form.send(() => send.mutateAsync(input)))) return;
    draft.clear();
    toast('Your answer has been sent to whoever asked.');
  };
  return (
    <div className={classes.answer}>
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <p role="alert">{form.conflict.changedBy} answered this just now. Your words are kept.</p>
      ) : null}
      <LongText
        id={`${name}-answer`}
        label="Your answer"
        description="Do not name a child."
        limit={QUESTION_MAX}
        autosize
        minRows={2}
        value={answer}
        onChange={(event) => draft.set({ answer: event.currentTarget.value })}
        error={form.errors.answer}
      />
      <Button variant="light" loading={send.isPending} onClick={() => void submit()}>
        Answer
      </Button>
    </div>
  );
}
