import { countOf, listWords } from '@gt/domain/wording';
import { type IncludedEvidence, type PackOutcome, partialWords } from '../pack-outcome.ts';
import { MANIFEST_NAME, SIGNATURE_NAME } from '../verify/pack-format.ts';
import { APPENDIX_FOLDER, inAppendix } from './evidence-paths.ts';
import { instantWords } from './words.ts';

/** The note that says in plain words what the pack is and how to check it. Windows line ends. */
export function readMe({ content, included, omissions }: PackOutcome, isSigned: boolean): string {
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  const appendix = inAppendix(included);
  const partial = partialWords(omissions);
  const lines = [
    ...marked(content.marking),
    `EVIDENCE PACK: ${content.planTitle}`,
    `${content.council}${content.trust ? `, delivered by ${content.trust}` : ''}`,
    `Made on ${instantWords(content.generatedAt)}${content.generatedBy === '' ? '' : ` by ${content.generatedBy}`}. Scope: ${content.scope}.`,
    content.asAt,
    '',
    ...(partial === '' ? [] : [partial, '']),
    ...contentsLines(appendix, isSigned),
    'IS IT COMPLETE?',
    `${countOf(included.length + leftOut, 'evidence item')} in scope = ${included.length} in this pack + ${leftOut} left out.`,
    ...omissions.map((omission) => `  ${omission.ref} ${omission.title}: ${omission.reason}`),
    '',
    ...(appendix.length > 0 ? appendixNote(appendix) : []),
    ...checkLines(isSigned),
    'Audit checkpoint of the plan when this pack was frozen. The plan\u2019s history must still hold it:',
    `     entry ${content.audit.sequence}, ${content.audit.hash}`,
    '',
    `Pack number: ${content.packId}`,
    ...marked(content.marking),
  ];
  // A single line break inside people's own text must not look like a new line of this note.
  return `\ufeff${lines.map((line) => line.replace(/\n+/g, ' ')).join('\r\n')}\r\n`;
}

function contentsLines(appendix: readonly IncludedEvidence[], isSigned: boolean): string[] {
  return [
    'WHAT IS IN IT',
    'summary.pdf     Start here: where each recommendation stands, and what is missing.',
    'index.html      The same, with links to every evidence file. Opens in any browser.',
    'actions.xlsx    Every action, update, date change and evidence record, as a workbook.',
    'evidence.csv    Every evidence item, one row each, for a spreadsheet.',
    'measures.csv    Every figure of every measure, one row each.',
    'OMISSIONS.csv   What was left out of this pack, and why.',
    'evidence        The evidence files, in one folder per recommendation.',
    ...(appendix.length > 0
      ? [
          APPENDIX_FOLDER,
          `                ${countOf(appendix.length, 'evidence file')} marked OFFICIAL-SENSITIVE, in one folder per recommendation,`,
          '                apart from the rest so that the folder can be taken out.',
        ]
      : []),
    `${MANIFEST_NAME}   The list of every file with its size, checksum, title, period, who uploaded and checked it.`,
    ...(isSigned
      ? [
          `${SIGNATURE_NAME}    The signature of the list above (Ed25519), by the key of the installation that made it.`,
        ]
      : []),
    '',
  ];
}

function checkLines(isSigned: boolean): string[] {
  return [
    'HOW TO CHECK IT',
    `1. ${MANIFEST_NAME} holds a SHA-256 checksum for every other file. If one letter of a file changes,`,
    '   its checksum changes completely.',
    '2. On Windows, open PowerShell in the unpacked folder and type:',
    '     Get-FileHash -Algorithm SHA256 "summary.pdf"',
    '   On a Mac or Linux, open a terminal there and type:',
    '     shasum -a 256 "summary.pdf"',
    `   The answer must be the same as in ${MANIFEST_NAME} (capital or small letters do not matter).`,
    '3. Whoever made the pack can check the whole ZIP at once, and can say the checksum of the ZIP itself.',
    ...(isSigned
      ? [
          `4. Whether the list itself is the one that was made, its signature says. Ask whoever made the pack for the`,
          '   public key of the installation (key.pem), by another way than this pack, and type:',
          `     openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in ${MANIFEST_NAME} -sigfile ${SIGNATURE_NAME}`,
        ]
      : []),
  ];
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
