import { DECLARABLE_RAGS, RAG_LABELS, type Rag } from '@gt/contracts/words';
import { RagShape } from '@gt/ui';
import { Group, Radio } from '@mantine/core';
import classes from './rag-choice.module.css';

type RagChoiceProps = {
  /** Of the first choice, for the sentence that leads here. */
  id: string;
  label: string;
  value: Rag;
  onChange: (rag: Rag) => void;
  error?: string;
};

/** The three colours that may be declared, each with its shape and its words. */
export function RagChoice({ id, label, value, onChange, error }: RagChoiceProps) {
  return (
    <Radio.Group label={label} value={value} onChange={(chosen) => onChange(chosen as Rag)} error={error}>
      <Group gap="md" mt={4}>
        {DECLARABLE_RAGS.map((rag, index) => (
          <Radio
            key={rag}
            id={index === 0 ? id : undefined}
            value={rag}
            label={
              <span className={classes.rag} data-rag={rag}>
                <RagShape rag={rag} /> {RAG_LABELS[rag]}
              </span>
            }
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
