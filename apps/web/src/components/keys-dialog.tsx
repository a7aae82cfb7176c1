import { Dialog } from '@gt/ui';
import { Switch } from '@mantine/core';
import { type Command, useCommandsNow } from '../lib/shortcuts.ts';
import { useSingleKeys } from '../lib/use-single-keys.ts';
import { KeyWords } from './key-words.tsx';
import classes from './keys-dialog.module.css';

type KeyedCommand = Command & { keys: string };

type KeysDialogProps = {
  onClose: () => void;
  /** The keys also work with Alt, whatever the switch says. */
  withAlt?: boolean;
};

/** The keys of the screen that is open, and the switch for those who do not want them. */
export function KeysDialog({ onClose, withAlt = false }: KeysDialogProps) {
  const { isOn, isKnown, set } = useSingleKeys();
  const commands = useCommandsNow().filter((command): command is KeyedCommand => command.keys !== undefined);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Dialog title="Keys of this screen" onClose={onClose} size="lg">
      <Switch
        label="Single keys"
        description={
          withAlt
            ? 'Switch them off when you dictate, or press them by accident. With Alt each key works either way, also while you type.'
            : 'Switch them off when you dictate, or press them by accident. Ctrl K, or ⌘ K on a Mac, works either way.'
        }
        checked={isOn}
        disabled={!isKnown}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      <div className={classes.groups} data-off={!isOn && !withAlt}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={classes.heading}>{group}</h3>
            <dl className={classes.list}>
              {commands
                .filter((command) => command.group === group)
                .map(({ says, keys, alsoKeys }) => (
                  <div key={`${keys} ${says}`} className={classes.line}>
                    <dt>
                      <KeyWords keys={keys} alsoKeys={alsoKeys} />
                    </dt>
                    <dd className={classes.says}>{says}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
