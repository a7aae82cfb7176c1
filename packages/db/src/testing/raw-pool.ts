import pg from 'pg';
import { poolConfig } from '../pool-config.ts';

export type RawPool = pg.Pool;

/** The plain driver with the settings of the product's own pool: what hand-written SQL is measured with. */
export function rawPool(url: string, poolSize = 5): RawPool {
  return new pg.Pool(poolConfig(url, { poolSize, applicationName: 'golden-thread-bench' }));
}
