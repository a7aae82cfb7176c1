import pg from 'pg';
import { poolConfig } from '../pool-config.ts';

export type RawPool = pg.Pool;

/**
 * The plain driver with the settings of the product's own pool: what hand-written SQL is measured with. `mayTakeLong`
 * lifts the limit on one statement, for making up many rows at once.
 */
export function rawPool(url: string, { poolSize = 5, mayTakeLong = false } = {}): RawPool {
  const config = poolConfig(url, { poolSize, applicationName: 'golden-thread-bench' });
  return new pg.Pool(mayTakeLong ? { ...config, statement_timeout: 0 } : config);
}
