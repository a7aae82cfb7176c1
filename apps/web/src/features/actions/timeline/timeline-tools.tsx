import { Button, Menu } from '@mantine/core';
import { IconPrinter, IconTable, IconTimeline } from '@tabler/icons-react';
import { Segments } from '../../../components/segments.tsx';
import classes from './timeline.module.css';
import type { Paper } from './timeline-paper.tsx';
import { ZOOM_LABELS, ZOOMS, type Zoom } from './timeline-scale.ts';

type TimelineToolsProps = {
  zoom: Zoom;
  asTable: boolean;
  /** A phone has no room for the drawing: only the list, and nothing to choose. */
  isPhone: boolean;
  onZoom: (zoom: Zoom) => void;
  onTable: (asTable: boolean) => void;
  onToday: () => void;
  onPrint: (paper: Paper) => void;
};

/** How the timeline is looked at: zoom, today, as a table, on paper. */
export function TimelineTools(props: TimelineToolsProps) {
  const { zoom, asTable, isPhone, onZoom, onTable, onToday, onPrint } = props;
  if (isPhone) return null;
  return (
    <div className={`${classes.tools} gt-screen-only`}>
      {asTable ? null : (
        <>
          <Segments
            label="Zoom"
            value={zoom}
            options={ZOOMS.map((value) => ({ value, label: ZOOM_LABELS[value] }))}
            onChange={onZoom}
          />
          <Button size="xs" variant="default" onClick={onToday}>
            Today
          </Button>
        </>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={
          asTable ? <IconTimeline size={16} aria-hidden="true" /> : <IconTable size={16} aria-hidden="true" />
        }
        onClick={() => onTable(!asTable)}
      >
        {asTable ? 'Show as drawing' : 'Show as table'}
      </Button>
      {asTable ? null : (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden="true" />}>
              Print …
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onPrint('a4')}>On A4, landscape</Menu.Item>
            <Menu.Item onClick={() => onPrint('a3')}>On A3, landscape</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
