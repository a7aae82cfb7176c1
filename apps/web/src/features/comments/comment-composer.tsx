import { ErrorSummary } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useId, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { CommentField } from './comment-field.tsx';
import classes from './comments.module.css';
import { mentionedIn, type Named } from './mentions.ts';
import { useCommentWrites } from './queries.ts';

/** `chosen` is a list of people as JSON: a draft holds plain values only. */
type Words = { body: string; chosen: string };
const EMPTY: Words = { body: '', chosen: '[]' };

type CommentComposerProps = {
  actionId: string;
  reference: string;
  /** Called once it is posted. */
  onPosted?: () => void;
};

/** Says something beside the record of progress. Typed words are kept until they are posted. */
export function CommentComposer({ actionId, reference, onPosted }: CommentComposerProps) {
  const prefix = useId();
  const draft = useDraft<Words>(`comment:${actionId}`, { entityType: 'ACTION', entityId: actionId }, EMPTY);
  const { body } = draft.values;
  const chosen = JSON.parse(draft.values.chosen) as Named[];
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { add, remove } = useCommentWrites();
  const form = useWriteForm(prefix);

  const post = async () => {
    if (!form.passes(body.trim() === '' ? [{ field: 'body', message: 'Enter a comment' }] : [])) return;
    const mentionIds = mentionedIn(body, chosen).map((person) => person.id);
    let commentId = '';
    const saved = await form.send(async () => {
      commentId = (await add.mutateAsync({ actionId, body, mentionIds, idempotencyKey })).id;
    });
    if (!saved) return;
    draft.clear();
    setKey(crypto.randomUUID());
    toast(`Comment posted on ${reference}.`, { undo: () => remove.mutate({ commentId }) });
    onPosted?.();
  };
  return (
    <form
      noValidate
      aria-label={`Comment on ${reference}`}
      onSubmit={(event) => {
        event.preventDefault();
        void post();
      }}
    >
      <ErrorSummary {...form.summary} />
      {draft.restored ? (
        <p className={classes.quiet} role="status">
          Your unposted comment has been put back.
        </p>
      ) : null}
      <CommentField
        id={`${prefix}body`}
        actionId={actionId}
        value={body}
        error={form.errors.body}
        onChange={(text) => draft.set({ body: text })}
        onMention={(person) =>
          draft.set({
            chosen: JSON.stringify([...chosen.filter((item) => item.id !== person.id), person]),
          })
        }
        onSend={() => void post()}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" loading={add.isPending}>
          Post comment
        </Button>
        {body === '' ? null : (
          <Button variant="subtle" onClick={draft.clear}>
            Discard
          </Button>
        )}
      </Group>
    </form>
  );
}
