import type { FieldProblem } from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';
import { isPostcode, plainPostcode } from './postcode.ts';

/** The most postcodes of an organisation's own buildings. */
export const OFFICE_POSTCODES_MAX = 500;
const SHAPE_MAX = 30;
const DIGITS_MIN = 4;

/** "b1  1aa" → "B1 1AA": postcodes as they are kept, without repeats, in order. */
export function officePostcodesOf(typed: readonly string[]): string[] {
  const plain = typed.map(plainPostcode).filter((postcode) => postcode !== '');
  const written = plain.map((postcode) => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`.trim());
  return [...new Set(written)].sort();
}

/**
 * Checks what an installation says of itself for screening. A case number is described by its shape and never by a
 * regular expression: # stands for a digit, letters, digits and a few marks for themselves, so that no shape can be
 * slow, and none so loose that it finds every number.
 * Example: "CS-#######" finds CS-1234567; "##" and "[0-9]+" are refused.
 */
export function validateScreeningSettings(settings: {
  officePostcodes: readonly string[];
  caseNumberShape: string;
}): FieldProblem[] {
  return [...postcodeProblems(settings.officePostcodes), ...shapeProblems(settings.caseNumberShape)];
}

function postcodeProblems(postcodes: readonly string[]): FieldProblem[] {
  const field = 'officePostcodes';
  if (postcodes.length > OFFICE_POSTCODES_MAX) {
    return [{ field, message: `List at most ${OFFICE_POSTCODES_MAX} postcodes.` }];
  }
  const wrong = postcodes.find((postcode) => !isPostcode(postcode));
  return wrong === undefined
    ? []
    : [{ field, message: `“${wrong}” is not a whole postcode. Enter one a line, such as B1 1AA.` }];
}

function shapeProblems(shape: string): FieldProblem[] {
  const field = 'caseNumberShape';
  if (shape.trim() === '') return [];
  const tooLong = checkText(field, shape, { label: 'The shape', max: SHAPE_MAX });
  if (tooLong.length > 0) return tooLong;
  const example = 'such as CS-#######';
  if (!/^[A-Za-z0-9#](?:[A-Za-z0-9# ./_-]*[A-Za-z0-9#])?$/.test(shape.trim())) {
    const message = `Use letters, digits, # for each digit that varies, and - / . _ or a space between, ${example}.`;
    return [{ field, message }];
  }
  const varying = [...shape].filter((sign) => sign === '#').length;
  return varying >= DIGITS_MIN
    ? []
    : [
        {
          field,
          message: `Use at least ${DIGITS_MIN} signs #, ${example}, or every small number would be found.`,
        },
      ];
}
