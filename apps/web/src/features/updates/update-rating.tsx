import { DECLARABLE_RAGS, RAG_LABELS } from '@gt/contracts/words';
import { ragNeedsReason } from '@gt/domain/action';
import { MISMATCH_REASON_MAX } from '@gt/domain/rag';
import { UPDATE_LIMITS } from '@gt/domain/update';
import { LongText } from '@gt/ui';
import { TextInput } from '@mantine/core';
import { RagChoice } from '../../components/rag-choice.tsx';
import { ruleAfterUpdate } from './rule-after-update.ts';
import classes from './update-composer.module.css';
import type { UpdatableAction, Words } from './update-fields.ts';

type RatingProps = {
  prefix: string;
  action: UpdatableAction;
  values: Words;
  errors: Record<string, string>;
  onChange: (patch: Partial<Words>) => void;
  /** Asks for a reason only where there must be one, or is. */
  isCompact?: boolean;
};

/** The colour with its reason, how far the work has come, and why the colour is better than the rule's where it is. */
export function Rating({ prefix, action, values, errors, onChange, isCompact = false }: RatingProps) {
  const declared = DECLARABLE_RAGS.find((rag) => rag === values.rag);
  const needsReason = declared !== undefined && ragNeedsReason(declared, action.declaredRag);
  const asksWhy = !isCompact || needsReason || values.ragReason !== '' || errors.ragReason !== undefined;
  const rule = ruleAfterUpdate(action);
  const isBetter =
    (declared === 'GREEN' && rule.rag !== 'GREEN' && rule.rag !== 'NONE') ||
    (declared === 'AMBER' && rule.rag === 'RED');
  return (
    <>
      <div className={classes.rating}>
        <RagChoice
          id={`${prefix}rag`}
          label="RAG"
          value={values.rag}
          onChange={(rag) => onChange({ rag })}
          error={errors.rag}
        />
        <TextInput
          id={`${prefix}percentComplete`}
          label="Percent complete"
          inputMode="numeric"
          className={classes.percent}
          value={values.percentComplete}
          onChange={(event) => onChange({ percentComplete: event.currentTarget.value })}
          error={errors.percentComplete}
        />
      </div>
      {asksWhy ? (
        <LongText
          id={`${prefix}ragReason`}
          label={needsReason ? 'Reason for the RAG' : 'Reason for the RAG (optional)'}
          minRows={1}
          autosize={isCompact}
          limit={UPDATE_LIMITS.ragReason}
          value={values.ragReason}
          onChange={(event) => onChange({ ragReason: event.currentTarget.value })}
          error={errors.ragReason}
        />
      ) : null}
      {isBetter || errors.mismatchReason || values.mismatchReason ? (
        <LongText
          id={`${prefix}mismatchReason`}
          label={`Why it is ${RAG_LABELS[values.rag]} when the rule says ${RAG_LABELS[rule.rag]}`}
          description={`The rule: ${rule.sentence}. The chair reads both.`}
          autosize={isCompact}
          minRows={isCompact ? 1 : undefined}
          limit={MISMATCH_REASON_MAX}
          value={values.mismatchReason}
          onChange={(event) => onChange({ mismatchReason: event.currentTarget.value })}
          error={errors.mismatchReason}
        />
      ) : null}
    </>
  );
}
