import { LOGO_MAX_BYTES } from '@gt/contracts/words';
import { ErrorSummary, FileDrop, Panel } from '@gt/ui';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { useWriteForm } from '../../../lib/use-write-form.ts';
import { type Logo, refreshReports, setLogoMutation } from '../queries.ts';
import classes from './templates.module.css';

async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The picture above the title of every paper that is issued from now on. */
export function LogoPanel({ logo }: { logo: Logo }) {
  const [png, setPng] = useState<string | null>(null);
  const [alt, setAlt] = useState(logo?.alt ?? '');
  const set = useMutation(setLogoMutation());
  const form = useWriteForm('logo-');
  const version = logo?.version ?? 0;
  const send = async (picture: string | null, words: string) => {
    const saved = await form.send(() => set.mutateAsync({ png: picture, alt, version }));
    if (!saved) return;
    toast(words);
    await refreshReports();
  };
  const shown = png ?? logo?.png ?? null;
  return (
    <Panel title="Logo">
      <form
        noValidate
        aria-label="Logo"
        onSubmit={(event) => {
          event.preventDefault();
          if (shown) void send(shown, 'The logo stands at the head of papers from now on.');
          else form.passes([{ field: 'png', message: 'Choose a picture first' }]);
        }}
      >
        <ErrorSummary {...form.summary} />
        {form.conflict ? (
          <p role="alert">{form.conflict.changedBy} changed the logo just now. Reload the page to see it.</p>
        ) : null}
        {shown ? (
          <div className={classes.logo}>
            <img src={`data:image/png;base64,${shown}`} alt={alt || 'The picture that was chosen'} />
          </div>
        ) : (
          <p className={classes.standing}>There is none yet. It stands above the title, up to 17 mm high.</p>
        )}
        <FileDrop
          id="logo-png"
          label={shown ? 'Choose another picture' : 'Choose a picture'}
          hint="A PNG of up to 200 kB, 20 to 2,000 pixels each way"
          endings={['.png']}
          maxBytes={LOGO_MAX_BYTES}
          onFiles={([file]) => {
            if (file) void inBase64(file).then(setPng);
            form.passes([]);
          }}
          onRefused={([refused]) => {
            if (refused) form.passes([{ field: 'png', message: refused.message }]);
          }}
        />
        <TextInput
          id="logo-alt"
          label="What it shows"
          description="Read aloud in its place, such as the name of the trust"
          maxLength={120}
          mt="sm"
          value={alt}
          error={form.errors.alt}
          onChange={(event) => setAlt(event.currentTarget.value)}
        />
        <Group gap="sm" mt="md">
          <Button type="submit" loading={set.isPending}>
            Save the logo
          </Button>
          {logo ? (
            <Button
              variant="default"
              onClick={() => void send(null, 'Papers that are issued from now on have no logo.')}
            >
              Take the logo away
            </Button>
          ) : null}
        </Group>
      </form>
    </Panel>
  );
}
