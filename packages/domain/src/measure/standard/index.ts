export { STANDARD_THEMES, type StandardMeasure, type StandardTheme } from './standard-measure.ts';
export {
  definitionWords,
  findStandards,
  measureFrom,
  STANDARD_MEASURES,
  standardOf,
  suggestStandards,
} from './standard-measures.ts';
