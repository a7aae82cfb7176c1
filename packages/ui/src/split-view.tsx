import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import classes from './split-view.module.css';

type SplitViewProps = {
  /** The list. */
  children: ReactNode;
  /** A SidePanel, or null while nothing is open. */
  panel: ReactNode | null;
};

const KEY = 'gt-panel-share';
const LEAST = 28;
const MOST = 65;
const STEP = 4;

const within = (share: number) => Math.min(MOST, Math.max(LEAST, Math.round(share)));

function remembered(): number {
  try {
    return within(Number(localStorage.getItem(KEY)) || 42);
  } catch {
    return 42;
  }
}

/** List and detail side by side, with a border that can be moved by pointer or arrow keys and is remembered. */
export function SplitView({ children, panel }: SplitViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(remembered);

  const move = (next: number) => {
    const fitted = within(next);
    setShare(fitted);
    try {
      localStorage.setItem(KEY, String(fitted));
    } catch {
      // The width is a comfort, not a promise.
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(((box.right - event.clientX) / box.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') move(share + STEP);
    if (event.key === 'ArrowRight') move(share - STEP);
  };

  // The list keeps its place in the tree: opened or closed, its rows, its scroll and its focus stay.
  return (
    <div
      ref={frame}
      className={panel ? classes.frame : undefined}
      style={
        panel ? { gridTemplateColumns: `minmax(0, ${100 - share}fr) 16px minmax(0, ${share}fr)` } : undefined
      }
    >
      <div className={classes.list}>{children}</div>
      {panel ? <Border share={share} onPointerMove={onPointerMove} onKeyDown={onKeyDown} /> : null}
      {panel}
    </div>
  );
}

type BorderProps = {
  share: number;
  onPointerMove: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function Border({ share, onPointerMove, onKeyDown }: BorderProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      className={`${classes.border} gt-screen-only`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
