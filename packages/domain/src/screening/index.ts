export { allowText, whyNotAllow } from './allow-text.ts';
export { isBirthHeading } from './date-of-birth.ts';
export type { Finding } from './finding.ts';
export { mask } from './finding.ts';
export { type ScreeningOptions, screenCell, screenText } from './screen-text.ts';
export { officePostcodesOf, validateScreeningSettings } from './screening-settings.ts';
export {
  mayLeave,
  SCREENING_RULES,
  type Screened,
  screeningStanding,
  screeningWords,
} from './screening-standing.ts';
export {
  checkJustification,
  decideScreening,
  JUSTIFICATION_MAX,
  justifyScreening,
} from './settle-screening.ts';
