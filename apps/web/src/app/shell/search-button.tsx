import { IconSearch } from '@tabler/icons-react';
import classes from './search-button.module.css';

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens the palette; says its keys. */
export function SearchButton({ onOpen, onNear }: { onOpen: () => void; onNear: () => void }) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onOpen}
      onPointerEnter={onNear}
      onFocus={onNear}
    >
      <IconSearch size={18} aria-hidden="true" />
      <span className={classes.words}>Search</span>
      <span className="gt-visually-hidden"> and commands </span>
      <kbd className={classes.keys}>{IS_APPLE ? '⌘ K' : 'Ctrl K'}</kbd>
    </button>
  );
}
