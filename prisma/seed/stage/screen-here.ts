import { buffer } from 'node:stream/consumers';
import type { Screener } from '@gt/api';
import { screenBytes } from '@gt/intake';

const PAGES = 500;

/** Screens in this process: the papers of a scenario were made a moment ago, by ourselves. */
export const screenHere: Screener = async (open, { fileName, options }) =>
  screenBytes({ fileName, options, pages: PAGES, data: new Uint8Array(await buffer(await open())) });
