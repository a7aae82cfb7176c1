import { countOf } from '@gt/domain/wording';
import { Quote } from '@gt/ui';
import { NoteDialog } from './note-dialog.tsx';
import type { useAnswers } from './use-answers.ts';

export type Answerable = { actionId: string; version: number; reference: string; note: string };

/** The question or answer that is being written. */
export type Asking =
  | { kind: 'ASK_BACK'; of: readonly Answerable[] }
  | { kind: 'OFFER_AGAIN'; of: Answerable };

type AnswerDialogsProps = {
  asking: Asking;
  answers: ReturnType<typeof useAnswers>;
  onClose: () => void;
};

/** Asks back before taking actions on, or answers what a team asked. */
export function AnswerDialogs({ asking, answers, onClose }: AnswerDialogsProps) {
  if (asking.kind === 'ASK_BACK') {
    const [first] = asking.of;
    const what =
      asking.of.length === 1 ? (first?.reference ?? 'the action') : countOf(asking.of.length, 'action');
    return (
      <NoteDialog
        title={`Ask back about ${what}`}
        field="note"
        actionId={first?.actionId ?? ''}
        label="What must be clear before the team takes it on"
        submitLabel="Ask back"
        onClose={onClose}
        onSend={(note) => answers.askBack(asking.of.map(entryOf), note)}
      />
    );
  }
  const { actionId, reference, note } = asking.of;
  return (
    <NoteDialog
      title={`Answer the team about ${reference}`}
      about={note ? <Quote text={note} /> : undefined}
      field="answer"
      actionId={actionId}
      label="Your answer"
      submitLabel="Answer and offer again"
      onClose={onClose}
      onSend={(answer) => answers.offerAgain(entryOf(asking.of), answer)}
    />
  );
}

const entryOf = ({ actionId, version }: Answerable) => ({ actionId, version });
