import { UPDATE_LIMITS } from '@gt/domain/update';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button, Group, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { CopyWords } from './copy-words.tsx';
import type { LinkDraft } from './link-drafts.ts';
import { LinkRating } from './link-rating.tsx';
import { isTyped, type LinkWords, problemsIn, TEXTS, wordsFor } from './link-words.ts';
import { type LinkAction, linkQuery, useSendByLink } from './queries.ts';
import classes from './update-by-link.module.css';

type LinkFormProps = {
  secret: string;
  action: LinkAction;
  draft: LinkDraft | undefined;
  onDraft: (draft: LinkDraft | null) => void;
  whoWrites: () => string | null;
  /** Where this form says how it is sent, for whoever sends all. */
  senders: Map<string, () => Promise<boolean>>;
  /** The link was open when it ended: the words can only be taken along. */
  hasEnded: boolean;
  onSent: () => void;
  /** Out of a correction, without sending. */
  onBack: () => void;
};

/** The update of one action. Every keystroke is kept by `onDraft`; sending it, or taking it back, ends the draft. */
export function LinkForm({
  secret,
  action,
  draft,
  onDraft,
  whoWrites,
  senders,
  hasEnded,
  onSent,
  onBack,
}: LinkFormProps) {
  const isCorrection = action.last?.isCorrectable === true;
  const begun = wordsFor(action, isCorrection);
  const words = draft?.words ?? begun;
  const [restored] = useState(draft !== undefined);
  const { set, submit, form, isRefused, isBusy } = useLinkForm({
    secret,
    action,
    words,
    begun,
    onDraft,
    whoWrites,
    onSent,
  });
  useEffect(() => {
    senders.set(action.id, submit);
    return () => void senders.delete(action.id);
  }, [senders, action.id, submit]);
  const prefix = `${action.id}-`;
  const texts = words.nothingChanged ? [WHY] : TEXTS;
  return (
    <form
      noValidate
      aria-label={`Update ${action.reference}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      {restored && draft ? (
        <p className={classes.restored} role="status">
          Words that you had not sent have been put back.
        </p>
      ) : null}
      <Stack gap="sm">
        <Radio.Group
          label="Since the last update"
          value={words.nothingChanged ? 'NOTHING' : 'SOMETHING'}
          onChange={(value) => set({ nothingChanged: value === 'NOTHING' })}
        >
          <Group gap="md" mt={4}>
            <Radio value="SOMETHING" label="Something happened" />
            <Radio value="NOTHING" label="Nothing changed" />
          </Group>
        </Radio.Group>
        {texts.map(({ name, label }) => (
          <LongText
            key={name}
            id={`${prefix}${name}`}
            label={label}
            minRows={name === 'whatHappened' ? 2 : 1}
            autosize
            limit={UPDATE_LIMITS[name]}
            value={words[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
            error={form.errors[name]}
          />
        ))}
        {words.nothingChanged ? null : (
          <LinkRating prefix={prefix} action={action} words={words} errors={form.errors} onChange={set} />
        )}
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {isCorrection ? `Send the correction of ${action.reference}` : `Send ${action.reference}`}
          </Button>
          {isCorrection || draft ? (
            <Button
              variant="subtle"
              onClick={() => {
                onDraft(null);
                onBack();
              }}
            >
              {isCorrection ? 'Leave it as it was sent' : 'Clear'}
            </Button>
          ) : null}
          {(isRefused || hasEnded) && draft ? <CopyWords words={words} reference={action.reference} /> : null}
        </Group>
      </Stack>
    </form>
  );
}

const WHY = { name: 'whatHappened', label: 'Why nothing changed' } as const;

type LinkFormState = Pick<LinkFormProps, 'secret' | 'action' | 'onDraft' | 'whoWrites' | 'onSent'> & {
  words: LinkWords;
  begun: LinkWords;
};

function useLinkForm({ secret, action, words, begun, onDraft, whoWrites, onSent }: LinkFormState) {
  const client = useQueryClient();
  const send = useSendByLink(secret);
  const form = useWriteForm(`${action.id}-`);
  // One intent, until it was sent: a lost answer does not send it twice.
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const [isRefused, setRefused] = useState(false);
  const keep = (next: LinkWords) =>
    onDraft(isTyped(next, begun) ? { reference: action.reference, words: next } : null);
  /** True when it was sent. */
  const submit = async (): Promise<boolean> => {
    const writtenBy = whoWrites();
    if (writtenBy === null || !form.passes(problemsIn(words, action))) return false;
    const isSent = await form.send(async () => {
      try {
        await send.mutateAsync({ actionId: action.id, writtenBy, words, idempotencyKey });
      } catch (error) {
        setRefused(true);
        if (problemOf(error).code === 'CONFLICT') await readAgain();
        throw error;
      }
    });
    if (!isSent) return false;
    setKey(crypto.randomUUID());
    onDraft(null);
    onSent();
    return true;
  };
  /** What is asked now stands above the words, which go on from there. */
  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: linkQuery(secret).queryKey });
    const view = client.getQueryData(linkQuery(secret).queryKey);
    const now = view?.actions.find(({ id }) => id === action.id);
    if (now) keep({ ...words, version: now.version });
  };
  const set = (patch: Partial<LinkWords>) => keep({ ...words, ...patch });
  return { set, submit, form, isRefused, isBusy: send.isPending };
}
