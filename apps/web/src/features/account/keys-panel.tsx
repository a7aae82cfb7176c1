import { Panel } from '@gt/ui';
import { Switch } from '@mantine/core';
import { useSingleKeys } from '../../lib/use-single-keys.ts';

/** Single keys, for those who dictate or press them by accident. */
export function KeysPanel() {
  const { isOn, isKnown, set } = useSingleKeys();
  return (
    <Panel title="Keys">
      <Switch
        label="Single keys"
        description="“n” adds an action, “?” lists every key of a screen. Switch them off when you dictate, or press them by accident."
        checked={isOn}
        disabled={!isKnown}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </Panel>
  );
}
