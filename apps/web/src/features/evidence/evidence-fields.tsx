import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  type EvidenceKind,
  IMPACT_EVIDENCE_KINDS,
  SENSITIVITIES,
  SENSITIVITY_LABELS,
  type Sensitivity,
} from '@gt/contracts/words';
import { EVIDENCE_LIMITS } from '@gt/domain/evidence';
import { DateField, LongText } from '@gt/ui';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { TypedWarning } from '../screening/public.tsx';
import classes from './evidence.module.css';
import type { EvidenceFacts } from './evidence-facts.ts';

type EvidenceFieldsProps = {
  /** Before each field's id, since several of these forms may stand on one page. */
  prefix: string;
  facts: EvidenceFacts;
  errors: Record<string, string>;
  onChange: (patch: Partial<EvidenceFacts>) => void;
};

const KIND_CHOICES = [
  { value: '', label: 'Choose …' },
  ...EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_KIND_LABELS[value] })),
];
const SENSITIVITY_CHOICES = SENSITIVITIES.map((value) => ({ value, label: SENSITIVITY_LABELS[value] }));

const canShowImpact = (kind: EvidenceKind | '') => kind !== '' && IMPACT_EVIDENCE_KINDS.includes(kind);

const NO_DIFFERENCE = { showsImpact: false, difference: '' };

/** What is said about an item: shared by adding and changing evidence. */
export function EvidenceFields({ prefix, facts, errors, onChange }: EvidenceFieldsProps) {
  const field = (name: keyof EvidenceFacts) => ({
    id: `${prefix}${name}`,
    error: errors[name],
  });
  return (
    <div className={classes.fields}>
      <div>
        <TextInput
          {...field('title')}
          label="Title"
          maxLength={EVIDENCE_LIMITS.title}
          value={facts.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <TypedWarning text={facts.title} />
      </div>
      <NativeSelect
        {...field('kind')}
        label="Kind"
        data={KIND_CHOICES}
        value={facts.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as EvidenceKind | '';
          onChange({ kind, ...(canShowImpact(kind) ? {} : NO_DIFFERENCE) });
        }}
      />
      <LongText
        {...field('shows')}
        className={classes.wide}
        label="What it shows"
        description="In a sentence or two. Do not name a child."
        autosize
        minRows={2}
        limit={EVIDENCE_LIMITS.shows}
        value={facts.shows}
        onChange={(event) => onChange({ shows: event.currentTarget.value })}
      />
      <Checkbox
        {...field('showsImpact')}
        className={classes.wide}
        label="It shows a difference for children"
        description={
          facts.kind === '' || canShowImpact(facts.kind)
            ? undefined
            : 'Audit, data, observation and the voice of children or families can show this.'
        }
        checked={facts.showsImpact}
        disabled={!canShowImpact(facts.kind)}
        onChange={(event) => onChange(event.currentTarget.checked ? { showsImpact: true } : NO_DIFFERENCE)}
      />
      {facts.showsImpact ? (
        <LongText
          {...field('difference')}
          className={classes.wide}
          label="The difference for children"
          description="What is different for them, in a sentence. Do not name a child."
          autosize
          minRows={2}
          limit={EVIDENCE_LIMITS.difference}
          value={facts.difference}
          onChange={(event) => onChange({ difference: event.currentTarget.value })}
        />
      ) : null}
      <DateField
        {...field('periodFrom')}
        label="Covers from (optional)"
        value={facts.periodFrom}
        onChange={(periodFrom) => onChange({ periodFrom })}
      />
      <DateField
        {...field('periodTo')}
        label="Covers to (optional)"
        value={facts.periodTo}
        onChange={(periodTo) => onChange({ periodTo })}
      />
      <div>
        <TextInput
          {...field('source')}
          label="Source (optional)"
          description="Where it comes from: a system, a meeting, a team"
          maxLength={EVIDENCE_LIMITS.source}
          value={facts.source}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
        />
        <TypedWarning text={facts.source} />
      </div>
      <TextInput
        {...field('authorPost')}
        label="Author (optional)"
        description="The post of whoever wrote or gathered it, not a name"
        maxLength={EVIDENCE_LIMITS.authorPost}
        value={facts.authorPost}
        onChange={(event) => onChange({ authorPost: event.currentTarget.value })}
      />
      <NativeSelect
        {...field('sensitivity')}
        label="Sensitivity"
        description="How it must be handled"
        data={SENSITIVITY_CHOICES}
        value={facts.sensitivity}
        onChange={(event) => onChange({ sensitivity: event.currentTarget.value as Sensitivity })}
      />
      <DateField
        {...field('validUntil')}
        label="Valid until (optional)"
        description="The last day on which it still says how things are"
        value={facts.validUntil}
        onChange={(validUntil) => onChange({ validUntil })}
      />
    </div>
  );
}
