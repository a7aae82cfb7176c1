import type { CalendarKind, CalendarScope, IsoDate } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';

type IcsLinkProps = {
  planId: string;
  span: { from: IsoDate; to: IsoDate };
  whose: CalendarScope;
  kinds: readonly CalendarKind[];
};

/** The shown days as a file for any calendar programme. */
export function IcsLink({ planId, span, whose, kinds }: IcsLinkProps) {
  const query = new URLSearchParams({ ...span, scope: whose, kinds: kinds.join('.') });
  return (
    <Button
      component="a"
      href={`/files/calendar/${planId}?${query}`}
      download
      variant="default"
      leftSection={<IconCalendarDown size={16} aria-hidden="true" />}
    >
      Download as iCalendar
    </Button>
  );
}
