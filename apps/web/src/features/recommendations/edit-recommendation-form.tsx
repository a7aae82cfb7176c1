import { JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { RECOMMENDATION_LIMITS, validateRecommendation } from '@gt/domain/recommendation';
import { ErrorSummary, LongText } from '@gt/ui';
import { Button, Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import classes from './answers-panel.module.css';
import { type Recommendation, teamsQuery } from './queries.ts';
import {
  areaChoices,
  hasResponse,
  postChoices,
  type RecommendationAnswers,
} from './recommendation-answers.ts';
import { useEditRecommendation } from './use-edit-recommendation.ts';

type EditRecommendationFormProps = {
  recommendation: Recommendation;
  frameworkKey: string | null;
  onDone: () => void;
};

/** Lead, what good looks like, closure test and evidence test. Typed words are kept until they are saved. */
export function EditRecommendationForm(props: EditRecommendationFormProps) {
  const { recommendation, frameworkKey, onDone } = props;
  const form = useEditRecommendation(recommendation, onDone);
  const { values, set, errors } = form;
  const { data: teams = [] } = useQuery(teamsQuery());
  const posts = postChoices(teams, recommendation.leadPost);
  const areas = areaChoices(frameworkKey, values.judgementAreas);

  if (form.conflict) {
    const postName = (value: unknown) =>
      posts.find((post) => post.value === (value ?? ''))?.label ?? 'Another post';
    const areaNames = (value: unknown) =>
      (Array.isArray(value) ? value : [])
        .map((area) => JUDGEMENT_AREA_LABELS[String(area)] ?? area)
        .join(', ');
    const plain = (value: unknown) => String(value ?? '');
    return (
      <ConflictChoice
        conflict={form.conflict}
        mine={values}
        submitLabel="Save my choices"
        busy={form.isSaving}
        onBack={form.leaveConflict}
        onSubmit={(chosen) => form.save(chosen as RecommendationAnswers, form.conflict?.version)}
        fields={[
          { name: 'leadPostId', label: 'Accountable lead', show: postName },
          { name: 'goodLooksLike', label: 'What good looks like', show: plain },
          { name: 'closureTest', label: 'Closure test', show: plain },
          { name: 'response', label: 'Management response', show: plain },
          { name: 'judgementAreas', label: 'Judgement areas', show: areaNames },
          { name: 'minEvidenceKinds', label: 'Kinds of evidence', show: plain },
          { name: 'newestWithinDays', label: 'Days since the newest evidence', show: plain },
          { name: 'requireImpact', label: 'Must show a difference', show: (value) => (value ? 'Yes' : 'No') },
        ]}
      />
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (form.passes(validateRecommendation(values))) form.save(values);
  };
  const number = (name: 'minEvidenceKinds' | 'newestWithinDays') => ({
    id: name,
    value: values[name],
    error: errors[name],
    allowDecimal: false,
    onChange: (value: string | number) => set({ [name]: typeof value === 'number' ? value : 0 }),
  });
  const words = (name: 'goodLooksLike' | 'closureTest' | 'response') => ({
    id: name,
    value: values[name],
    error: errors[name],
    autosize: true,
    minRows: 3,
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <form noValidate onSubmit={send} className={classes.form}>
      <ErrorSummary {...form.summary} />
      {form.restored ? (
        <p role="status" className={classes.restored}>
          Your words from before are back.
        </p>
      ) : null}
      <NativeSelect
        id="leadPostId"
        label="Accountable lead"
        description="A post, because people move on"
        data={posts}
        value={values.leadPostId ?? ''}
        error={errors.leadPostId}
        onChange={({ currentTarget }) => set({ leadPostId: currentTarget.value || null })}
      />
      <LongText
        label="What good looks like"
        description="What children and families will notice when this works"
        limit={RECOMMENDATION_LIMITS.goodLooksLike}
        {...words('goodLooksLike')}
      />
      <LongText
        label="Closure test"
        description="What must be true, and seen by whom, before it is closed"
        limit={RECOMMENDATION_LIMITS.closureTest}
        {...words('closureTest')}
      />
      {hasResponse(recommendation) ? (
        <LongText
          label="Management response"
          description="What management answers to the finding, and by when"
          limit={RECOMMENDATION_LIMITS.response}
          {...words('response')}
        />
      ) : null}
      {areas.length > 0 ? (
        <Checkbox.Group
          label="Judgement areas"
          value={values.judgementAreas}
          onChange={(judgementAreas) => set({ judgementAreas })}
        >
          <Group gap="md" mt={4}>
            {areas.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      <fieldset className={classes.test}>
        <legend className={classes.legend}>Evidence test</legend>
        <div className={classes.numbers}>
          <NumberInput label="Kinds of evidence, at least" min={1} max={7} {...number('minEvidenceKinds')} />
          <NumberInput
            label="Newest no older than (days)"
            min={1}
            max={730}
            {...number('newestWithinDays')}
          />
        </div>
        <Checkbox
          mt="md"
          label="At least one item must show a difference for children"
          checked={values.requireImpact}
          onChange={({ currentTarget }) => set({ requireImpact: currentTarget.checked })}
        />
      </fieldset>
      <Group gap="xs">
        <Button type="submit" loading={form.isSaving}>
          Save
        </Button>
        <Button variant="default" onClick={form.discard}>
          Go back without saving
        </Button>
      </Group>
    </form>
  );
}
