import { COVER_NOTE_MAX } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { ErrorSummary, LongText, Panel, type SummaryError } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { ChoiceFields, CUT_OFF_FIELD, type WhichDay } from './choice-fields.tsx';
import { OmissionList } from './omission-list.tsx';
import { scopeSentence } from './pack-words.ts';
import classes from './packs.module.css';
import { buildMutation, type PackChoice, type Readiness, refreshPacks } from './queries.ts';

type BuildPanelProps = {
  planId: string;
  /** Empty for the whole plan; null when nothing is chosen. */
  recommendationIds: string[] | null;
  /** Of what is chosen. */
  readiness: Readiness | undefined;
  choice: PackChoice;
  onChoose: (change: Partial<PackChoice>) => void;
};

const NONE: readonly SummaryError[] = [];
const BLANK = { coverNote: '' };
const NOTE_FIELD = 'pack-cover-note';

/** What the pack would hold and leave out, whom it is for, which day it tells of, and the button. */
export function BuildPanel({ planId, recommendationIds, readiness, choice, onChoose }: BuildPanelProps) {
  const build = useMutation(buildMutation());
  const draft = useDraft(`pack:${planId}`, { entityType: 'PLAN', entityId: planId }, BLANK);
  const [which, setWhich] = useState<WhichDay>('NOW');
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState(NONE);
  const { coverNote } = draft.values;

  const send = async () => {
    const found = problemsOf({ recommendationIds, which, choice, coverNote });
    if (found.length > 0 || !recommendationIds) return setErrors(found);
    setErrors(NONE);
    try {
      await build.mutateAsync({ planId, recommendationIds, ...choice, coverNote, idempotencyKey });
      setKey(crypto.randomUUID());
      draft.clear();
      await refreshPacks();
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    }
  };
  const leftOut = readiness?.leftOut ?? [];
  return (
    <Panel title="Build a pack">
      <ErrorSummary errors={errors} />
      <div className={classes.scope}>
        <p>{recommendationIds && readiness ? scopeSentence(readiness) : 'No recommendation is chosen.'}</p>
        {recommendationIds && leftOut.length > 0 ? (
          <OmissionList
            summary={`${countOf(leftOut.length, 'item')} would be left out, each named in the pack`}
            omissions={leftOut}
          />
        ) : null}
      </div>
      <ChoiceFields planId={planId} choice={choice} which={which} onChoose={onChoose} onWhich={setWhich} />
      <LongText
        id={NOTE_FIELD}
        mt="md"
        label="Cover note"
        description="Printed at the start of the pack. Leave it empty for none."
        limit={COVER_NOTE_MAX}
        autosize
        minRows={2}
        value={coverNote}
        onChange={({ currentTarget }) => draft.set({ coverNote: currentTarget.value })}
      />
      <Button mt="md" loading={build.isPending} onClick={() => void send()}>
        Build the pack
      </Button>
      {readiness && !readiness.isReady && recommendationIds ? (
        <p className={classes.note}>You can build it as it stands. The pack says itself what is missing.</p>
      ) : null}
    </Panel>
  );
}

function problemsOf({
  recommendationIds,
  which,
  choice,
  coverNote,
}: Pick<BuildPanelProps, 'recommendationIds' | 'choice'> & {
  which: WhichDay;
  coverNote: string;
}): SummaryError[] {
  const found: SummaryError[] = [];
  if (!recommendationIds) found.push({ message: 'Choose at least one recommendation.' });
  if (which === 'DAY' && choice.cutOff === null) {
    found.push({ fieldId: CUT_OFF_FIELD, message: 'Enter the last day that the pack tells of.' });
  }
  if (coverNote.length > COVER_NOTE_MAX) {
    const limit = COVER_NOTE_MAX.toLocaleString('en-GB');
    found.push({
      fieldId: NOTE_FIELD,
      message: `The cover note is too long. The limit is ${limit} characters.`,
    });
  }
  return found;
}
