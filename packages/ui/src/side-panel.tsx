import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './side-panel.module.css';

type SidePanelProps = {
  title: ReactNode;
  /** Changes when another record is shown, so that the focus goes to its heading. */
  recordKey: string;
  onClose: () => void;
  /** At the right of the heading: "Open as a page". */
  actions?: ReactNode;
  children: ReactNode;
};

/**
 * A record beside the list it was chosen from; the whole screen on a phone. No dialog: the list stays usable.
 * Escape closes it; the focus goes to its heading when it opens and back to where it was when it closes.
 */
export function SidePanel({ title, recordKey, onClose, actions, children }: SidePanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);

  // Another record in the same panel is announced too, and is gone back from to where it was chosen.
  useEffect(() => {
    if (!recordKey) return;
    const { activeElement } = document;
    if (!panel.current?.contains(activeElement)) opener.current = activeElement;
    heading.current?.focus({ preventScroll: true });
  }, [recordKey]);
  useEffect(
    () => () => {
      const { current } = opener;
      if (current instanceof HTMLElement && current.isConnected) current.focus();
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    // A dialog over the panel takes the key, also before it has the focus.
    const isCovered = document.querySelector('[aria-modal="true"]') !== null;
    if (event.key === 'Escape' && !event.defaultPrevented && !isCovered) onClose();
  };

  return (
    <aside ref={panel} className={classes.panel} aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        <div className={classes.actions}>
          {actions}
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Close" onClick={onClose}>
            <IconX size={20} aria-hidden="true" />
          </ActionIcon>
        </div>
      </div>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}
