import type { Problem } from '@gt/contracts/words';
import { Alert, Button } from '@mantine/core';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

type ChangedProps = { conflict: NonNullable<Problem['current']> | null; onClose: () => void };

/** Somebody was sooner, or the file was screened anew: nothing was sent, and what was typed is kept. */
export function Changed({ conflict, onClose }: ChangedProps) {
  if (!conflict) return null;
  const look = () => queryClient.invalidateQueries({ queryKey: trpc.screening.pathKey() }).then(onClose);
  return (
    <Alert role="alert" title="This has changed while you were writing">
      <p>
        It was screened again, or somebody answered it. Nothing was sent; your words are kept. Look at it
        again before you decide.
      </p>
      <Button onClick={() => void look()}>Look at it again</Button>
    </Alert>
  );
}
