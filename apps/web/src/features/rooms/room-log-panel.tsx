import { ROOM_EVENT_LABELS } from '@gt/contracts/words';
import { DataTable, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import type { Room } from './queries.ts';
import { momentWords } from './room-words.ts';
import classes from './rooms.module.css';

/** Every entrance, wrong code, page and file, newest first; the whole of it as a file. */
export function RoomLogPanel({ room: { id, log, logTotal, number } }: { room: Room }) {
  return (
    <Panel
      title="Access log"
      aside={
        <Button
          className="gt-screen-only"
          variant="default"
          size="compact-sm"
          component="a"
          href={`/files/rooms/${id}/log`}
          download
        >
          Download (CSV)<span className="gt-visually-hidden"> the access log of room {number}</span>
        </Button>
      }
    >
      <DataTable caption={`Access log of room ${number}`} cards>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Visitor</th>
            <th scope="col">What happened</th>
            <th scope="col">Of what</th>
          </tr>
        </thead>
        <tbody>
          {log.map(({ id: line, at, visitor, event, what }) => (
            <tr key={line}>
              <td data-label="When" className="gt-figures">
                {momentWords(at)}
              </td>
              <td data-label={visitor ? 'Visitor' : undefined}>{visitor}</td>
              <td data-label="What happened">{ROOM_EVENT_LABELS[event]}</td>
              <td data-label={what ? 'Of what' : undefined} className={classes.what}>
                {what}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {logTotal > log.length ? (
        <p className={classes.meta}>
          The last {log.length} of {logTotal.toLocaleString('en-GB')} lines. All of them are in the file.
        </p>
      ) : null}
    </Panel>
  );
}
