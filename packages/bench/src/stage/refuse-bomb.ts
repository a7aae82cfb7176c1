import { readFile } from 'node:fs/promises';
import { isoDate } from '@gt/contracts/words';
import { screenBytes } from '@gt/intake';

/** A process of its own: screens the file that it is given, and prints how far its memory rose, in bytes. */
const KIB = 1024;
const [path = ''] = process.argv.slice(2);
const idle = process.resourceUsage().maxRSS * KIB;
const data = new Uint8Array(await readFile(path));
const options = { today: isoDate('2026-03-12') };
const { outcome } = await screenBytes({ fileName: 'bomb.xlsx', data, pages: 500, options });
if (outcome !== 'COULD_NOT_SCREEN') throw new Error(`the bomb was answered with ${outcome}`);
process.stdout.write(String(process.resourceUsage().maxRSS * KIB - idle));
