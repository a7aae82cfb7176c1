import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useCurrentPlanId } from '../../features/plans/public.tsx';
import { problemOf } from '../../lib/problem.ts';
import { trpcClient } from '../../lib/trpc.ts';
import { useActiveOption } from '../../lib/use-active-option.ts';
import classes from './command-palette.module.css';
import { narrowed, type PaletteEntry } from './palette-entries.ts';
import { PaletteList } from './palette-list.tsx';
import { usePaletteEntries } from './use-palette-entries.ts';
import { useOpenFound, useSearchEntries } from './use-search-entries.ts';

type CommandPaletteProps = {
  onClose: () => void;
  /** Closes the palette, gives the focus back, then runs. */
  onRun: (run: () => void) => void;
};

/** How long typing pauses before the server is asked, in milliseconds. */
const PAUSE = 150;

/** "R3.A2", "R3", "E12", "M4". */
const REFERENCE = /^(r\d{1,5}(\.a\d{1,5})?|[em]\d{1,7})$/i;

/** A team that is at hand is found by the server as well. */
function withoutTwins(entries: readonly PaletteEntry[]): PaletteEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

/** "12 results" for those who do not see the list; why there are none for everybody. */
function resultWords(typed: string, count: number, isLooking: boolean): string {
  if (isLooking) return 'Looking…';
  if (count > 0) return `${count} ${count === 1 ? 'result' : 'results'}`;
  return `Nothing is called “${typed}”, and no action, update or evidence of this plan says so.`;
}

/** Go anywhere, find anything, do what can be done from here: by words, or by a reference such as R3.A2. */
export function CommandPalette({ onClose, onRun }: CommandPaletteProps) {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const planId = useCurrentPlanId();
  const openFound = useOpenFound(planId);
  const words = typed.trim();
  const asked = useLater(words);
  const search = useSearchEntries(planId, asked);
  const offered = usePaletteEntries();
  const here = narrowed(offered, words);
  const isReference = REFERENCE.test(words);
  const entries = withoutTwins(isReference ? [...search.found, ...here] : [...here, ...search.found]);
  const isLooking = search.isLooking || asked !== words;

  /** Enter may come before the answer: a whole reference needs no list to choose from. */
  const openReference = async () => {
    setRefusal(null);
    try {
      const { items } = await trpcClient.actions.search.query({ planId, q: words });
      const [item] = items;
      if (item) onRun(() => openFound(item));
      else setRefusal(`Nothing in this plan bears the reference ${words.toUpperCase()}.`);
    } catch (error) {
      setRefusal(problemOf(error).message);
    }
  };
  const options = useActiveOption({
    count: entries.length,
    label: 'Results',
    onChoose: (index) => {
      const entry = entries[index];
      if (entry) onRun(entry.run);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title="Search and commands"
      size="lg"
      yOffset="8vh"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ header: classes.header, body: classes.body }}
    >
      <TextInput
        {...options.box}
        data-autofocus
        aria-label="Search by words or reference, or name a command"
        placeholder="Words, a reference such as R3.A2, or a command"
        size="md"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setRefusal(null);
          options.reset();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isReference && planId) {
            event.preventDefault();
            void openReference();
          } else options.box.onKeyDown(event);
        }}
      />
      <PaletteList entries={entries} options={options} />
      {refusal || search.error ? (
        <p role="alert" className={classes.words}>
          {refusal ?? problemOf(search.error).message}
        </p>
      ) : (
        <p role="status" className={entries.length > 0 ? 'gt-visually-hidden' : classes.words}>
          {resultWords(words, entries.length, isLooking)}
        </p>
      )}
    </Modal>
  );
}
