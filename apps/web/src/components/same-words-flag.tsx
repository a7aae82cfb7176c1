import { isCopyPaste } from '@gt/domain/update';
import { IconCopy } from '@tabler/icons-react';
import classes from './same-words-flag.module.css';

/** Says of an update that it repeats the one before; nothing where it does not. `percent` as the record has it. */
export function SameWordsFlag({ percent }: { percent: number | null }) {
  if (!isCopyPaste(percent)) return null;
  return (
    <span className={classes.flag}>
      <IconCopy size={14} aria-hidden="true" /> {percent}% the same as the update before
    </span>
  );
}
