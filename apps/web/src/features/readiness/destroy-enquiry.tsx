import { Button } from '@mantine/core';
import { useState } from 'react';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import type { Enquiry } from './queries.ts';

/** The first of two people asks for the words of a line to be destroyed. */
export function DestroyEnquiry({ enquiry: { id, reference } }: { enquiry: Enquiry }) {
  const mayAsk = useMayRequestDestroy();
  const [isAsking, setAsking] = useState(false);
  if (!mayAsk) return null;
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        Destroy …<span className="gt-visually-hidden"> what must not be there in {reference}</span>
      </Button>
      <RequestDestroy
        opened={isAsking}
        onClose={() => setAsking(false)}
        entity="LINE_OF_ENQUIRY"
        entityId={id}
        reference={reference}
      />
    </>
  );
}
