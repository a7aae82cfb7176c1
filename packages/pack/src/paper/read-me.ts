import { countOf, listWords } from '@gt/domain/wording';
import { MANIFEST_NAME } from '../manifest.ts';
import type { IncludedEvidence, PackOutcome } from '../pack-outcome.ts';
import { APPENDIX_FOLDER, inAppendix } from './evidence-paths.ts';
import { instantWords } from './words.ts';

/** The note that says in plain words what the pack is and how to check it. Windows line ends. */
export function readMe({ content, included, omissions }: PackOutcome): string {
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  const appendix = inAppendix(included);
  const lines = [
    ...marked(content.marking),
    `EVIDENCE PACK: ${content.planTitle}`,
    `${content.council}${content.trust ? `, delivered by ${content.trust}` : ''}`,
    `Made on ${instantWords(content.generatedAt)} by ${content.generatedBy}. Scope: ${content.scope}.`,
    '',
    'WHAT IS IN IT',
    'summary.pdf     Start here: where each recommendation stands, and what is missing.',
    'index.html      The same, with links to every evidence file. Opens in any browser.',
    'actions.xlsx    Every action, update, date change and evidence record, as a workbook.',
    'evidence        The evidence files, in one folder per recommendation.',
    ...(appendix.length > 0
      ? [
          APPENDIX_FOLDER,
          `                ${countOf(appendix.length, 'evidence file')} marked OFFICIAL-SENSITIVE, in one folder per recommendation,`,
          '                apart from the rest so that the folder can be taken out.',
        ]
      : []),
    `${MANIFEST_NAME}   The list of every file with its size and checksum.`,
    '',
    'IS IT COMPLETE?',
    `${countOf(included.length + leftOut, 'evidence item')} in scope = ${included.length} in this pack + ${leftOut} left out.`,
    ...omissions.map((omission) => `  ${omission.ref} ${omission.title}: ${omission.reason}`),
    '',
    ...(appendix.length > 0 ? appendixNote(appendix) : []),
    'HOW TO CHECK IT',
    `1. ${MANIFEST_NAME} holds a SHA-256 checksum for every other file. If one letter of a file changes,`,
    '   its checksum changes completely.',
    '2. On Windows, open PowerShell in the unpacked folder and type:',
    '     Get-FileHash -Algorithm SHA256 "summary.pdf"',
    '   On a Mac or Linux, open a terminal there and type:',
    '     shasum -a 256 "summary.pdf"',
    `   The answer must be the same as in ${MANIFEST_NAME} (capital or small letters do not matter).`,
    '3. Whoever made the pack can check the whole ZIP at once, and can say the checksum of the ZIP itself.',
    '4. Audit checkpoint of the plan when this pack was frozen. The plan\u2019s history must still hold it:',
    `     entry ${content.audit.sequence}, ${content.audit.hash}`,
    '',
    `Pack number: ${content.packId}`,
    ...marked(content.marking),
  ];
  // A single line break inside people's own text must not look like a new line of this note.
  return `\ufeff${lines.map((line) => line.replace(/\n+/g, ' ')).join('\r\n')}\r\n`;
}

/** How to hand the pack on without its appendix, and what of the sensitive files then still stands in it. */
function appendixNote(appendix: readonly IncludedEvidence[]): string[] {
  return [
    'THE SEPARABLE APPENDIX',
    `The folder “${APPENDIX_FOLDER}” holds ${listWords(appendix.map(({ ref }) => ref))}. Take it out of the unpacked pack for`,
    `readers who may not see these files: every other file still matches its own checksum in ${MANIFEST_NAME}.`,
    'Files marked "appendix" there are then missing, and their links in index.html lead nowhere. Their titles',
    'and what they show stay in the summary, the index and the workbook, so the handling marking stays as well.',
    '',
  ];
}

function marked(marking: string): string[] {
  return marking === '' ? [] : [marking.toUpperCase(), ''];
}
