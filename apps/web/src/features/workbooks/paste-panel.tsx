import { Panel } from '@gt/ui';
import { Button, Textarea } from '@mantine/core';
import { useDraft } from '../../lib/use-draft.ts';
import classes from './workbooks.module.css';

const EMPTY = { table: '' };

type PastePanelProps = { planId: string; isSending: boolean; onSend: (text: string) => Promise<void> };

/** A table copied in Excel or Word and pasted; what is pasted is kept until it is sent. */
export function PastePanel({ planId, isSending, onSend }: PastePanelProps) {
  const { values, set, clear } = useDraft(
    `workbook-paste:${planId}`,
    { entityType: 'PLAN', entityId: planId },
    EMPTY,
  );
  return (
    <Panel title="Or paste a table">
      <div className={classes.paste}>
        <Textarea
          label="Cells copied in Excel or Word"
          description="Select the rows with their headings, copy, and paste here. Colours and merged cells do not come along: choose the file for those."
          autosize
          minRows={4}
          maxRows={12}
          value={values.table}
          onChange={(event) => set({ table: event.currentTarget.value })}
        />
        <Button
          variant="default"
          loading={isSending}
          disabled={values.table.trim() === ''}
          onClick={() => void onSend(values.table).then(clear, () => undefined)}
        >
          Look at the table
        </Button>
      </div>
    </Panel>
  );
}
