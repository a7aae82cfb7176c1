import { SENSITIVITY_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { ErrorSummary, Panel, type SummaryError } from '@gt/ui';
import { Button, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { OmissionList } from './omission-list.tsx';
import { scopeSentence } from './pack-words.ts';
import classes from './packs.module.css';
import { buildMutation, type Marking, type Readiness, refreshPacks } from './queries.ts';

type BuildPanelProps = {
  planId: string;
  /** Empty for the whole plan; null when nothing is chosen. */
  recommendationIds: string[] | null;
  /** Of what is chosen. */
  readiness: Readiness | undefined;
  marking: Marking;
  onMarking: (marking: Marking) => void;
};

const NONE: readonly SummaryError[] = [];

/** What the pack would hold and leave out, its marking, and the button. */
export function BuildPanel({ planId, recommendationIds, readiness, marking, onMarking }: BuildPanelProps) {
  const build = useMutation(buildMutation());
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [errors, setErrors] = useState(NONE);

  const send = async () => {
    if (!recommendationIds) return setErrors([{ message: 'Choose at least one recommendation.' }]);
    setErrors(NONE);
    try {
      await build.mutateAsync({ planId, recommendationIds, marking, idempotencyKey });
      setKey(crypto.randomUUID());
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
      <Radio.Group
        label="Marking on every page"
        value={marking}
        onChange={(value) => onMarking(value === 'OFFICIAL' ? 'OFFICIAL' : 'OFFICIAL_SENSITIVE')}
      >
        <div className={classes.markings}>
          <Radio value="OFFICIAL_SENSITIVE" label={SENSITIVITY_LABELS.OFFICIAL_SENSITIVE} />
          <Radio
            value="OFFICIAL"
            label={SENSITIVITY_LABELS.OFFICIAL}
            description="Leaves OFFICIAL-SENSITIVE evidence out."
          />
        </div>
      </Radio.Group>
      <Button mt="md" loading={build.isPending} onClick={() => void send()}>
        Build the pack
      </Button>
      {readiness && !readiness.isReady && recommendationIds ? (
        <p className={classes.note}>You can build it as it stands. The pack says itself what is missing.</p>
      ) : null}
    </Panel>
  );
}
