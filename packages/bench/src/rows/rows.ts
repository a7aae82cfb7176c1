import type { Row } from '../row.ts';
import { packThroughput } from './pack-throughput.ts';
import { listSize, screenQuery } from './screen-query.ts';
import { workbook } from './workbook.ts';

export const ROWS: readonly Row[] = [packThroughput, screenQuery, listSize, workbook];
