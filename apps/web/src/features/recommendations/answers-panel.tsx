import { JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { holderWords } from '../../lib/holder-words.ts';
import classes from './answers-panel.module.css';
import { EditRecommendationForm } from './edit-recommendation-form.tsx';
import type { Recommendation } from './queries.ts';
import { hasResponse } from './recommendation-answers.ts';

type AnswersPanelProps = {
  recommendation: Recommendation;
  frameworkKey: string | null;
  isEditing: boolean;
  /** Absent for those who may only read. */
  onEdit?: (isEditing: boolean) => void;
};

/** What was agreed about it: who answers, what good looks like, when it closes. */
export function AnswersPanel({ recommendation, frameworkKey, isEditing, onEdit }: AnswersPanelProps) {
  const form = useRef<HTMLDivElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(isEditing);
  // The button gives way to the form, and the form to the button: so does the focus.
  useEffect(() => {
    if (wasEditing.current === isEditing) return;
    wasEditing.current = isEditing;
    if (isEditing) form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
    else edit.current?.focus();
  }, [isEditing]);
  if (isEditing && onEdit) {
    return (
      <Panel title="What was agreed">
        <div ref={form}>
          <EditRecommendationForm
            recommendation={recommendation}
            frameworkKey={frameworkKey}
            onDone={() => onEdit(false)}
          />
        </div>
      </Panel>
    );
  }
  const { leadPost, goodLooksLike, closureTest, response, judgementAreas, frameworkRefs } = recommendation;
  const answers: [string, string, string][] = [
    [
      'Accountable lead',
      leadPost ? `${leadPost.title} (${holderWords(leadPost)})` : '',
      'Nobody is named yet.',
    ],
    ['What good looks like', goodLooksLike, 'Not agreed yet.'],
    ['Closure test', closureTest, 'Not agreed yet.'],
    ...(hasResponse(recommendation)
      ? [['Management response', response, 'Not answered yet.'] as [string, string, string]]
      : []),
    [
      'Judgement areas',
      listWords(judgementAreas.map((area) => JUDGEMENT_AREA_LABELS[area] ?? area)),
      'None chosen.',
    ],
  ];
  return (
    <Panel
      title="What was agreed"
      aside={
        onEdit ? (
          <Button ref={edit} variant="default" size="compact-md" onClick={() => onEdit(true)}>
            Edit
          </Button>
        ) : undefined
      }
    >
      <dl className={classes.answers}>
        {answers.map(([name, value, absent]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-absent={value === ''}>{value || absent}</dd>
          </div>
        ))}
        {frameworkRefs.length > 0 ? (
          <div>
            <dt>National framework</dt>
            <dd>{listWords(frameworkRefs)}</dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}
