export { isBirthHeading } from './date-of-birth.ts';
export type { Finding } from './finding.ts';
export { mask } from './finding.ts';
export { type ScreeningOptions, screenCell, screenText } from './screen-text.ts';
