import { countOf, grouped } from '@gt/domain/wording';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { copyLink } from '../../components/copy-link.ts';
import { exportAddress } from './export-address.ts';
import type { ListInput } from './list-input.ts';
import type { ActionRows } from './use-action-rows.ts';

type ExportMenuProps = {
  /** Exactly what the list on screen was asked for. */
  list: ListInput;
  /** The columns of the table in their order, the box to tick left out. */
  columns: readonly string[];
  actions: Pick<ActionRows, 'first' | 'loadAll'>;
};

/** What a workbook carries that is changed in Excel and brought back: by which row is known, and what may change. */
const TO_CHANGE = [
  'reference',
  'version',
  'title',
  'detail',
  'recommendation',
  'team',
  'owner',
  'leadPost',
  'startDate',
  'dueDate',
  'status',
  'priority',
  'successMeasure',
];

/** Takes away what is on screen: all rows of the filter in their order, with its columns; never fewer. */
export function ExportMenu({ list, columns, actions }: ExportMenuProps) {
  const [fetched, setFetched] = useState<number | null>(null);
  const total = actions.first?.total ?? 0;
  const print = async () => {
    // Paper has no end to scroll to: every row must be there first.
    setFetched(0);
    await actions.loadAll((loaded) => {
      setFetched(loaded);
      return true;
    });
    setFetched(null);
    // Once they are drawn.
    setTimeout(() => window.print(), 100);
  };
  const file = (format: 'xlsx' | 'csv', words: string) => (
    <Menu.Item component="a" href={exportAddress(list, columns, format)} download disabled={total === 0}>
      {words}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        >
          {fetched === null ? 'Export' : `${grouped(fetched)} of ${grouped(total)}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          Exports {countOf(total, 'action')}, {countOf(columns.length, 'column')}
        </Menu.Label>
        {file('xlsx', 'Workbook (XLSX)')}
        {file('csv', 'Plain list (CSV)')}
        <Menu.Item
          component="a"
          href={exportAddress(list, TO_CHANGE, 'xlsx')}
          download
          disabled={total === 0}
        >
          Workbook to change and bring back
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void print()}>Print</Menu.Item>
        <Menu.Item onClick={() => void copyLink()}>Copy link</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
