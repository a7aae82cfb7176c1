import { describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';

const read = (source: Record<string, string>) => readEnv(source, '/web');
const PRODUCTION = {
  GOLDEN_THREAD_MODE: 'production',
  GOLDEN_THREAD_SECRET: 's'.repeat(32),
  PUBLIC_URL: 'https://plan.example.org/',
};

describe('what the environment may say', () => {
  test('nothing at all is the sample plan on this machine', () => {
    expect(read({})).toMatchObject({ mode: 'sample', host: '127.0.0.1', port: 3000, dataDir: '.data' });
  });

  test('sample mode listens on this machine whatever HOST says', () => {
    expect(read({ HOST: '0.0.0.0' }).host).toBe('127.0.0.1');
    expect(read({ GOLDEN_THREAD_MODE: 'empty', HOST: '10.0.0.1' }).host).toBe('10.0.0.1');
  });

  test('production needs a secret and an address, and drops the slash at its end', () => {
    expect(read(PRODUCTION)).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      publicUrl: 'https://plan.example.org',
    });
  });

  test.each([
    [{ ...PRODUCTION, GOLDEN_THREAD_SECRET: '' }, 'GOLDEN_THREAD_SECRET is missing'],
    [{ ...PRODUCTION, GOLDEN_THREAD_SECRET: 's'.repeat(31) }, 'shorter than 32 characters'],
    [{ ...PRODUCTION, PUBLIC_URL: '' }, 'PUBLIC_URL is missing'],
    [{ GOLDEN_THREAD_MODE: 'demo' }, 'GOLDEN_THREAD_MODE is "demo"'],
    [{ PORT: 'eighty' }, 'PORT is "eighty"'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
  ])('refused with a sentence: case %#', (source, sentence) => {
    expect(() => read(source)).toThrow(sentence);
  });
});
