import { canEditMeasure } from '@gt/domain/authz';
import { findStandards, STANDARD_THEMES, type StandardMeasure, suggestStandards } from '@gt/domain/measure';
import { countOf } from '@gt/domain/wording';
import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { holderWords } from '../../lib/holder-words.ts';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './measures.module.css';
import { choicesQuery, useMeasureWrites } from './queries.ts';

type StandardsDialogProps = {
  planId: string;
  /** The recommendation they come under; asked when absent. */
  recommendationId?: string;
  onClose: () => void;
};

/** Chooses several standard definitions for a recommendation at once; what its words suggest stands first. */
export function StandardsDialog({ planId, recommendationId, onClose }: StandardsDialogProps) {
  const choices = useQuery(choicesQuery(planId));
  const { id: userId, roles, teamIds, postIds } = useUser();
  const [under, setUnder] = useState(recommendationId ?? '');
  const [ownerPostId, setOwner] = useState('');
  const [search, setSearch] = useState('');
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { addStandards } = useMeasureWrites();
  const form = useWriteForm();
  const recommendations = choices.data?.recommendations ?? [];
  const quote = recommendations.find(({ id }) => id === under)?.quote ?? '';
  const actor = { userId, roles, teamIds, postIds };
  const posts = (choices.data?.posts ?? []).filter(
    ({ id, teamId }) => canEditMeasure(actor, { ownerPostId: id, ownerTeamId: teamId }).ok,
  );
  const submit = async () => {
    const found = [
      ...(under === '' ? [{ field: 'under', message: 'Choose the recommendation they come under' }] : []),
      ...(keys.length === 0 ? [{ field: 'find', message: 'Choose at least one definition' }] : []),
    ];
    if (!form.passes(found)) return;
    const saved = await form.send(() =>
      addStandards.mutateAsync({
        recommendationId: under,
        keys: [...keys],
        ownerPostId: ownerPostId || null,
        idempotencyKey,
      }),
    );
    if (!saved) return;
    toast(`${countOf(keys.length, 'measure')} added. Set baseline and target next.`);
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title="Choose standard measures">
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {recommendationId ? null : (
          <NativeSelect
            id="under"
            label="Under which recommendation"
            value={under}
            data={[
              { value: '', label: 'Choose one' },
              ...recommendations.map(({ id, number, quote: words }) => ({
                value: id,
                label: `R${number} ${words.slice(0, 80)}`,
              })),
            ]}
            onChange={(event) => setUnder(event.currentTarget.value)}
            error={form.errors.under}
          />
        )}
        <TextInput
          id="find"
          label="Find a definition"
          description="Such as: re-referrals, caseload, care leavers"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          error={form.errors.find}
        />
        <Definitions
          search={search}
          suggested={search.trim() === '' ? suggestStandards(quote) : []}
          keys={keys}
          onChange={setKeys}
        />
        <NativeSelect
          id="ownerPostId"
          label="Owner post"
          description="Whoever holds it brings the figures"
          value={ownerPostId}
          data={[
            { value: '', label: 'Nobody yet' },
            ...posts.map((post) => ({ value: post.id, label: `${post.title} (${holderWords(post)})` })),
          ]}
          onChange={(event) => setOwner(event.currentTarget.value)}
          error={form.errors.ownerPostId}
        />
        <DialogButtons
          label={keys.length === 0 ? 'Add them' : `Add ${countOf(keys.length, 'measure')}`}
          busy={addStandards.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}

type DefinitionsProps = {
  search: string;
  suggested: readonly StandardMeasure[];
  keys: readonly string[];
  onChange: (keys: readonly string[]) => void;
};

function Definitions({ search, suggested, keys, onChange }: DefinitionsProps) {
  const rest = findStandards(search).filter((one) => !suggested.includes(one));
  const groups = [
    { title: 'Suggested by the words of the recommendation', items: suggested },
    ...STANDARD_THEMES.map((theme) => ({ title: theme, items: rest.filter((one) => one.theme === theme) })),
  ].filter(({ items }) => items.length > 0);
  const toggle = (key: string) =>
    onChange(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  if (groups.length === 0) return <p className={classes.quiet}>No definition has all of these words.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className={classes.themes} aria-label="Definitions" tabIndex={0}>
      {groups.map(({ title, items }) => (
        <section key={title}>
          <h3 className={classes.theme}>{title}</h3>
          <div className={classes.choices}>
            {items.map(({ key, name, counted, outOf }) => (
              <Checkbox
                key={key}
                label={name}
                description={`${counted}${outOf === '' ? '' : `, out of ${outOf}`}.`}
                checked={keys.includes(key)}
                onChange={() => toggle(key)}
              />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
