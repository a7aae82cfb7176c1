import { Readable } from 'node:stream';
import { type Context, fileRoutes, guard } from '@gt/api';

const PATH = '/files/plans/:planId/actions';
const COLUMNS = 'reference,title,team,owner,dueDate,rag,status,percentComplete,lastUpdateAt,evidence';

/** The whole list of a plan as the product's own route sends it. */
export async function exportedList(
  context: Context,
  planId: string,
  format: 'xlsx' | 'csv',
): Promise<Readable> {
  const route = fileRoutes.find(({ path }) => path === PATH);
  if (!route) throw new Error(`there is no route ${PATH}`);
  const answer = await route.handle(context, guard(context, route.permission), {
    params: { planId },
    query: { format, columns: COLUMNS },
    headers: {},
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'file') throw new Error('the route answered no file');
  return answer.stream;
}
