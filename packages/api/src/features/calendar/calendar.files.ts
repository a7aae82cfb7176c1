import { Readable } from 'node:stream';
import { calendarSpanInput } from '@gt/contracts/schemas';
import type { FileRoute } from '../../core/file-route.ts';
import { pathId } from '../../core/path-id.ts';
import { calendarText } from '../notifications/calendar-text.ts';
import { dayEvent } from './day-event.ts';
import { readWholeSpan } from './read-span.ts';

export const calendarFileRoutes: FileRoute[] = [
  {
    method: 'GET',
    path: '/files/calendar/:planId',
    permission: 'action.read',
    async handle(ctx, scope, { params, query }) {
      const input = calendarSpanInput.parse({
        planId: pathId(params.planId),
        from: query.from,
        to: query.to,
        scope: query.scope,
        kinds: query.kinds?.split('.').filter((kind) => kind !== ''),
      });
      const entries = await readWholeSpan(ctx.db, scope, input);
      const days = entries
        .filter(({ words }) => !words.endsWith('not held'))
        .map((entry) => dayEvent(entry, ctx.settings.publicUrl));
      const bytes = Buffer.from(calendarText({ days }, ctx.now));
      return {
        kind: 'file',
        stream: Readable.from([bytes]),
        size: bytes.length,
        fileName: `calendar-${input.from}-to-${input.to}.ics`,
        mediaType: 'text/calendar; charset=utf-8',
      };
    },
  },
];
