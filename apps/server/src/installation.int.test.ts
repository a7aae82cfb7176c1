import { withTestDatabase } from '@gt/db/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { openInstallation } from './installation.ts';

const { db } = await withTestDatabase();

beforeEach(async () => {
  await db.installation.deleteMany();
  await db.user.deleteMany();
});

const person = (isSample: boolean) =>
  db.user.create({
    data: { email: 'lead@northmoor.example', name: 'Programme Lead', isSample },
    select: { id: true },
  });

describe('how a database was begun is remembered', () => {
  test('sample data loads into an empty database begun as sample, once', async () => {
    expect(await openInstallation(db, 'sample')).toEqual({ mode: 'SAMPLE', loadSample: true });
    await db.installation.update({
      where: { id: 1 },
      data: { sampleLoadedAt: new Date() },
      select: { id: true },
    });
    expect(await openInstallation(db, 'sample')).toEqual({ mode: 'SAMPLE', loadSample: false });
  });

  test('a database begun empty stays real, also when started without the flag', async () => {
    expect(await openInstallation(db, 'empty')).toEqual({ mode: 'REAL', loadSample: false });
    expect(await openInstallation(db, 'sample')).toEqual({ mode: 'REAL', loadSample: false });
  });

  test.each(['empty', 'production'] as const)('a sample database does not start as %s', async (mode) => {
    await openInstallation(db, 'sample');
    await expect(openInstallation(db, mode)).rejects.toThrow('holds the sample plan');
  });

  test('production refuses sample accounts that got into a real database', async () => {
    await openInstallation(db, 'empty');
    await person(true);
    await expect(openInstallation(db, 'production')).rejects.toThrow('has sample accounts');
    await db.user.deleteMany();
    await person(false);
    expect(await openInstallation(db, 'production')).toEqual({ mode: 'REAL', loadSample: false });
  });
});
