import { expect, test } from 'vitest';
import { startHarness } from '../../testing/harness.ts';
import { callFile, storedHashes, upload } from '../evidence/testing.ts';
import { HOSTILE_FILES } from './hostile.fixture.ts';
import { screenVersion } from './screen-version.ts';
import { screeningOfVersions } from './screening-of-versions.ts';

const h = await startHarness();
const plan = await h.makePlan();
const { contributor } = h.people;

/** Read to their end, and nothing of anybody is in them; they may be malicious all the same. */
const READ_TO_THE_END = ['an EICAR text', 'EICAR in a Word file', 'a name that is a path'];

test.each(HOSTILE_FILES.map((file) => [file.name, file] as const))(
  '%s: refused in words with nothing left behind, or kept and never called clean unread',
  async (name, { fileName, bytes }) => {
    const { id: actionId } = await h.makeAction(plan, {
      teamId: h.teams.fostering,
      ownerPostId: h.posts.fosteringOfficer,
    });
    const before = await storedHashes(h);
    let versionId: string;
    try {
      ({ versionId } = await upload(h, contributor, { planId: plan.planId, actionId }, { fileName, bytes }));
    } catch (error) {
      expect((error as Error).message).toMatch(/\.$/);
      expect(await storedHashes(h)).toEqual(before);
      expect(await h.db.evidenceLink.count({ where: { actionId } })).toBe(0);
      return;
    }
    const standing = async () => (await screeningOfVersions(h.db, [versionId])).get(versionId);
    expect(await standing()).toMatchObject({ standing: 'NOT_SCREENED', mayLeave: false });
    await screenVersion(h.ctxAs(null), versionId);
    const wasRead = READ_TO_THE_END.includes(name);
    expect(await standing()).toMatchObject(
      wasRead ? { standing: 'NOTHING_FOUND' } : { standing: 'TO_SETTLE', mayLeave: false },
    );
    const row = await h.db.evidenceVersion.findUniqueOrThrow({ where: { id: versionId } });
    expect(row.fileName).not.toMatch(/[/\\\u202e]/);
    // However it was screened, it goes out as a thing to be kept, and never as a page.
    const answer = await callFile(h, contributor, 'GET /files/evidence-versions/:versionId', {
      params: { versionId },
    });
    if (answer.kind !== 'file') throw new Error('a file is answered as a file');
    expect(answer.mediaType).not.toMatch(/html|svg|script/);
    answer.stream.destroy();
  },
);

test('more than the limit is refused by its announced length, before a byte is taken', async () => {
  const { id: actionId } = await h.makeAction(plan, {
    teamId: h.teams.fostering,
    ownerPostId: h.posts.fosteringOfficer,
  });
  const headers = { 'content-length': String(100 * 1024 * 1024 + 1) };
  const at = { planId: plan.planId, actionId };
  await expect(upload(h, contributor, at, { headers, fileName: 'large.pdf' })).rejects.toMatchObject({
    code: 'TOO_LARGE',
  });
});
