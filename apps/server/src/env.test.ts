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

  test('only a proxy on this machine is believed about addresses, unless others are named', () => {
    expect(read({}).trustProxy).toEqual([]);
    expect(read(PRODUCTION).trustProxy).toEqual(['loopback']);
    expect(read({ ...PRODUCTION, TRUST_PROXY: '' }).trustProxy).toEqual([]);
    expect(read({ ...PRODUCTION, TRUST_PROXY: '10.0.0.5, fd00::/8' }).trustProxy).toEqual([
      '10.0.0.5',
      'fd00::/8',
    ]);
  });

  test('a trial of production on one machine may do without https', () => {
    expect(read({ ...PRODUCTION, PUBLIC_URL: 'http://127.0.0.1:3000' }).publicUrl).toBe(
      'http://127.0.0.1:3000',
    );
  });

  test.each([
    [{ ...PRODUCTION, GOLDEN_THREAD_SECRET: '' }, 'GOLDEN_THREAD_SECRET is missing'],
    [{ ...PRODUCTION, GOLDEN_THREAD_SECRET: 's'.repeat(31) }, 'shorter than 32 characters'],
    [{ ...PRODUCTION, PUBLIC_URL: '' }, 'PUBLIC_URL is missing'],
    [{ ...PRODUCTION, PUBLIC_URL: 'http://plan.example.org' }, 'begins with http://'],
    [{ ...PRODUCTION, PUBLIC_URL: 'plan.example.org' }, 'PUBLIC_URL is "plan.example.org"'],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL is'],
    [{ ...PRODUCTION, TRUST_PROXY: 'true' }, 'TRUST_PROXY holds "true"'],
    [{ GOLDEN_THREAD_MODE: 'demo' }, 'GOLDEN_THREAD_MODE is "demo"'],
    [{ PORT: 'eighty' }, 'PORT is "eighty"'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
  ])('refused with a sentence: case %#', (source, sentence) => {
    expect(() => read(source)).toThrow(sentence);
  });
});
