import { type DeclarableRag, RAG_LABELS, type Rag } from '@gt/contracts/words';
import { UPDATE_LIMITS, validateUpdate } from '@gt/domain/update';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { toast } from '../../components/toast.tsx';
import { noteTyping } from '../../lib/live/say-here.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { usePostUpdate } from './queries.ts';
import classes from './update-composer.module.css';
import type { UpdatableAction, Words } from './update-fields.ts';
import { Rating } from './update-rating.tsx';

type UpdateComposerProps = {
  action: UpdatableAction;
  /** Called once it is posted. */
  onPosted?: () => void;
};

function untouched({ declaredRag, percentComplete }: UpdatableAction): Words {
  return {
    whatHappened: '',
    difference: '',
    inTheWay: '',
    next: '',
    rag: declaredRag,
    ragReason: '',
    mismatchReason: '',
    percentComplete: String(percentComplete),
    version: 0,
  };
}

const TEXTS = [
  { name: 'whatHappened', label: 'What happened' },
  { name: 'difference', label: 'What difference for children' },
  { name: 'inTheWay', label: 'What is in the way' },
  { name: 'next', label: 'What is next' },
] as const;

const COMPARED = [
  { name: 'rag', label: 'RAG', show: (value: unknown) => RAG_LABELS[value as Rag] ?? '' },
  { name: 'percentComplete', label: 'Percent complete', show: (value: unknown) => `${value}%` },
];

/** The composer of a progress update. Typed words are kept until they are posted. */
export function UpdateComposer({ action, onPosted }: UpdateComposerProps) {
  const prefix = useId();
  const user = useUser();
  const [initial] = useState(() => untouched(action));
  const draft = useDraft<Words>(
    `update:${action.id}`,
    { entityType: 'ACTION', entityId: action.id },
    initial,
  );
  const { values } = draft;
  const set = (patch: Partial<Words>) => {
    const { version: begun, ...next } = { ...values, ...patch };
    const isTouched = Object.entries(next).some(([name, value]) => value !== initial[name as keyof Words]);
    draft.set({ ...patch, version: isTouched ? begun || action.version : 0 });
  };
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const post = usePostUpdate();
  const form = useWriteForm(prefix);

  const send = async (version: number, words: Words) => {
    const { rag, percentComplete, version: _begun, ...text } = words;
    const body = {
      actionId: action.id,
      ...text,
      rag: rag as DeclarableRag,
      percentComplete: Number(percentComplete),
      idempotencyKey,
    };
    const saved = await form.send(async () => {
      try {
        await post.mutateAsync({ ...body, version });
      } catch (error) {
        // One's own change in between (a date moved, a status set) is no news to oneself.
        const { code, current } = problemOf(error);
        if (code !== 'CONFLICT' || current?.changedBy !== user.name) throw error;
        await post.mutateAsync({ ...body, version: current.version });
      }
    });
    if (!saved) return;
    draft.clear();
    setKey(crypto.randomUUID());
    toast(`Update posted on ${action.reference}.`);
    onPosted?.();
  };
  const submit = () => {
    const found = validateUpdate({ ...values, percentComplete: percentOf(values) }, action);
    if (form.passes(found)) void send(values.version || action.version, values);
  };
  const { conflict } = form;
  if (conflict) {
    const { declaredRag, percentComplete } = conflict.values;
    return (
      <ConflictChoice
        conflict={{ ...conflict, values: { rag: declaredRag, percentComplete } }}
        fields={COMPARED}
        mine={{ rag: values.rag, percentComplete: percentOf(values) }}
        base={{ rag: initial.rag, percentComplete: percentOf(initial) }}
        submitLabel="Post my update as well"
        busy={post.isPending}
        onBack={form.leaveConflict}
        onSubmit={(chosen) => {
          const rag = chosen.rag as Rag;
          const seen = {
            rag,
            percentComplete: String(chosen.percentComplete),
            version: conflict.version,
          };
          draft.set(seen);
          void send(conflict.version, { ...values, ...seen });
        }}
      />
    );
  }
  return (
    <form
      noValidate
      aria-label={`Update ${action.reference}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      {draft.restored ? (
        <p className={classes.restored} role="status">
          Your unposted words have been put back.
        </p>
      ) : null}
      <Stack gap="sm">
        {TEXTS.map(({ name, label }) => (
          <LongText
            key={name}
            id={`${prefix}${name}`}
            label={label}
            minRows={2}
            description={name === 'whatHappened' ? 'Do not name a child.' : undefined}
            limit={UPDATE_LIMITS[name]}
            value={values[name]}
            onChange={(event) => {
              set({ [name]: event.currentTarget.value });
              noteTyping(action.id);
            }}
            error={form.errors[name]}
          />
        ))}
        <Rating prefix={prefix} action={action} values={values} errors={form.errors} onChange={set} />
        <Group gap="xs">
          <Button type="submit" loading={post.isPending}>
            Post update
          </Button>
          {values.version > 0 ? (
            <Button variant="subtle" onClick={draft.clear}>
              Discard
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}

/** Not a number stays not a number, so that the rule says what is wrong with it. */
function percentOf({ percentComplete }: Words): number {
  return percentComplete.trim() === '' ? Number.NaN : Number(percentComplete);
}
