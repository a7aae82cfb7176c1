import type { IsoDate, Rag } from '@gt/contracts/words';
import { DELIVERY_STATUSES, RAGS } from '@gt/contracts/words';
import {
  BarStack,
  ClockBadge,
  ConfirmDialog,
  DataTable,
  DateField,
  DateText,
  EmptyState,
  ErrorSummary,
  FileDrop,
  FormField,
  PageHeader,
  Panel,
  ProgressLine,
  Quote,
  RagBadge,
  SidePanel,
  SkeletonRows,
  SplitView,
  StatusBadge,
  Thread,
  type ThreadKnot,
  ThreadMini,
} from '@gt/ui';
import { Button, Checkbox, Group, Menu, Select, Stack, Tabs, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Toasts, toast } from '../components/toast.tsx';

const BROKEN: readonly ThreadKnot[] = [
  { knot: 'SAID', state: 'WHOLE', words: 'R3 Effectiveness of the fostering service, page 3' },
  { knot: 'DONE', state: 'WHOLE', words: '9 of 9 actions closed' },
  { knot: 'PROVED', state: 'PARTIAL', words: '4 items, 2 accepted', missing: ['Evidence not verified'] },
  {
    knot: 'CHANGED',
    state: 'MISSING',
    words: 'Nothing shows a difference',
    missing: ['No impact evidence linked'],
  },
];
const WHOLE = BROKEN.map((knot) => ({ ...knot, state: 'WHOLE' as const, missing: [] }));
const COUNTS: Record<string, Partial<Record<Rag, number>>> = {
  R1: { RED: 2, AMBER: 3, GREEN: 4, BLUE: 1 },
  R2: { AMBER: 1, GREEN: 6, NONE: 2 },
  R3: { RED: 1, BLUE: 8 },
};

function Marks() {
  return (
    <Panel title="Badges">
      <Stack>
        <Group gap="xs">
          {RAGS.map((rag) => (
            <RagBadge key={rag} rag={rag} weeks={rag === 'RED' ? 4 : 0} />
          ))}
        </Group>
        <Group gap="xs">
          {RAGS.map((rag) => (
            <RagBadge key={rag} rag={rag} compact weeks={4} />
          ))}
          <RagBadge rag="AMBER" prefix="Calculated" />
        </Group>
        <Group gap="xs">
          {DELIVERY_STATUSES.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </Group>
        <Group gap="xs">
          <ClockBadge words="Action plan due in 23 working days" dueDate="2026-03-12" daysLeft={23} />
          <ClockBadge words="Due in 4 working days" dueDate="2026-03-12" daysLeft={4} />
          <ClockBadge words="Overdue by 2 working days" dueDate="2026-03-12" daysLeft={-2} />
          <ThreadMini knots={BROKEN} />
          <ThreadMini knots={WHOLE} />
        </Group>
      </Stack>
    </Panel>
  );
}

function Form() {
  const [date, setDate] = useState<IsoDate | null>(null);
  const [refused, setRefused] = useState('');
  const [opened, setOpened] = useState(false);
  return (
    <Panel title="Form">
      <ErrorSummary
        errors={[
          { fieldId: 'g-title', message: 'Enter a title' },
          { fieldId: 'g-date', message: 'Enter the date it is due' },
        ]}
        reference="01J9Z"
      />
      <Stack maw={560}>
        <TextInput id="g-title" label="Title" error="Enter a title" />
        <DateField id="g-date" label="Due" value={date} onChange={setDate} />
        <Select label="Team" data={['Fostering', 'Permanence and Adoption']} />
        <Checkbox label="Shows a difference for children" />
        <FormField label="Files" error={refused || undefined}>
          {(control) => (
            <FileDrop
              {...control}
              label="Choose files"
              hint="PDF, Word or Excel, up to 100 MB each"
              endings={['.pdf', '.docx', '.xlsx']}
              maxBytes={104_857_600}
              multiple
              onFiles={(files) => toast(`${files.length} files chosen`)}
              onRefused={(files) => setRefused(files.map(({ message }) => message).join(' '))}
            />
          )}
        </FormField>
        <ProgressLine label="Building the pack" share={0.4} stage="Copying evidence files, 12 of 40" />
        <Group>
          <Button>Save</Button>
          <Button variant="default">Go back</Button>
          <Button variant="subtle">More</Button>
          <Button color="brick" onClick={() => setOpened(true)}>
            Cancel action
          </Button>
          <Button variant="light" onClick={() => toast('R3.A2 moved to 12 March 2026', { undo: () => {} })}>
            Toast
          </Button>
          <Menu>
            <Menu.Target>
              <Button variant="default">Menu</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item>Assign</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button disabled>Disabled</Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={opened}
        title="Cancel this action?"
        confirmLabel="Cancel the action"
        reasonLabel="Why is it cancelled?"
        danger
        onConfirm={() => setOpened(false)}
        onClose={() => setOpened(false)}
      >
        <p>It stays in the plan and in its history, marked as cancelled.</p>
      </ConfirmDialog>
    </Panel>
  );
}

function Table() {
  const [open, setOpen] = useState(true);
  return (
    <SplitView
      panel={
        open ? (
          <SidePanel title="R3.A2 Recruit 12 mainstream carers" recordKey="a" onClose={() => setOpen(false)}>
            <Tabs defaultValue="updates">
              <Tabs.List>
                <Tabs.Tab value="updates">Updates</Tabs.Tab>
                <Tabs.Tab value="evidence">Evidence</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="updates" pt="md">
                Nothing yet.
              </Tabs.Panel>
            </Tabs>
          </SidePanel>
        ) : null
      }
    >
      <DataTable caption="Actions" captionShown cards>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Action</th>
            <th scope="col">Thread</th>
            <th scope="col">Due</th>
            <th scope="col">RAG</th>
          </tr>
        </thead>
        <tbody>
          {['R3.A1', 'R3.A2'].map((ref) => (
            <tr key={ref} data-open={ref === 'R3.A2' && open}>
              <th scope="row">{ref}</th>
              <td data-label="Action">Recruit 12 mainstream carers</td>
              <td data-label="Thread">
                <ThreadMini knots={BROKEN} />
              </td>
              <td data-label="Due">
                <DateText date="2026-03-12" short />
              </td>
              <td data-label="RAG">
                <RagBadge rag="RED" compact weeks={4} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </SplitView>
  );
}

/** Every component once, with plausible words. Development only. */
export function Gallery() {
  return (
    <main style={{ padding: 24, display: 'grid', gap: 20 }}>
      <PageHeader
        title="Gallery"
        lead="Every component of the design system"
        actions={<Button>Export</Button>}
      />
      <Panel title="The thread">
        <Thread
          words="2 of 4: evidence not verified"
          knots={BROKEN.map((knot) =>
            knot.state === 'WHOLE'
              ? knot
              : {
                  ...knot,
                  mend: (
                    <Button size="compact-sm" variant="default">
                      Mend
                    </Button>
                  ),
                },
          )}
        />
      </Panel>
      <Marks />
      <Panel title="Quote" aside="Raised in 2016">
        <Quote
          text="the effectiveness of the fostering service, including the timeliness of assessments"
          page={3}
          paragraphs={[40, 41]}
          source="ILACS standard inspection"
        />
      </Panel>
      <Panel title="Bars">
        <BarStack
          caption="Actions by RAG, for each recommendation"
          words="Three actions in R1 and R3 are off track."
          rows={Object.entries(COUNTS).map(([id, counts]) => ({ id, label: id, counts }))}
        />
      </Panel>
      <Table />
      <Form />
      <EmptyState
        sentence="Nothing is due this week."
        buttonLabel="Show what comes next"
        onButton={() => {}}
      />
      <SkeletonRows />
      <Toasts />
    </main>
  );
}
