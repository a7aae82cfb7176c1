import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { View } from './queries.ts';
import type { useViewDeeds } from './use-view-deeds.ts';
import classes from './views.module.css';

type ViewItemsProps = {
  views: readonly View[];
  mayShare: boolean;
  current: View | undefined;
  changed: boolean;
  /** The address asks for something, view or not. */
  isNarrowed: boolean;
  deeds: ReturnType<typeof useViewDeeds>;
  onName: (what: 'new' | View) => void;
  onCopy: () => void;
};

const HEADINGS: Record<View['kind'], string> = {
  READY: 'Ready-made',
  OWN: 'Yours',
  SHARED: 'Shared by colleagues',
};
const KINDS = ['READY', 'OWN', 'SHARED'] as const;

/** The items of the menu: every view, then what can be done with the one that is open. */
export function ViewItems(props: ViewItemsProps) {
  const { views, mayShare, current, changed, isNarrowed, deeds, onName, onCopy } = props;
  return (
    <>
      {KINDS.map((kind) => {
        const ofKind = views.filter((view) => view.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a menu
          <div key={kind} role="group" aria-label={HEADINGS[kind]}>
            <Menu.Label>{HEADINGS[kind]}</Menu.Label>
            {ofKind.map((view) => (
              <Menu.Item
                key={view.id}
                onClick={() => deeds.open(view)}
                rightSection={view.id === current?.id ? <IconCheck size={16} aria-label="open now" /> : null}
              >
                {view.name}
                {view.words ? <span className={classes.words}>{view.words}</span> : null}
              </Menu.Item>
            ))}
          </div>
        );
      })}
      <Menu.Divider />
      {current || isNarrowed ? <Menu.Item onClick={deeds.openAll}>All actions</Menu.Item> : null}
      {current && changed && current.mayEdit ? (
        <Menu.Item onClick={() => void deeds.save(current)}>Save “{current.name}”</Menu.Item>
      ) : null}
      <Menu.Item onClick={() => onName('new')}>Save as a new view…</Menu.Item>
      {current && changed ? (
        <Menu.Item onClick={() => deeds.open(current)}>Put “{current.name}” back as it was</Menu.Item>
      ) : null}
      {current?.mayEdit ? <Menu.Item onClick={() => onName(current)}>Rename…</Menu.Item> : null}
      {current?.mayEdit && (mayShare || current.isShared) ? (
        <Menu.Item onClick={() => void deeds.share(current)}>
          {current.isShared ? 'Stop sharing' : 'Share'}
        </Menu.Item>
      ) : null}
      {current?.mayTakeOver ? (
        <Menu.Item onClick={() => void deeds.takeOver(current)}>Take over</Menu.Item>
      ) : null}
      {current?.mayRemove ? (
        <Menu.Item onClick={() => void deeds.remove(current)}>Remove “{current.name}”</Menu.Item>
      ) : null}
      <Menu.Item onClick={onCopy}>Copy link</Menu.Item>
    </>
  );
}
