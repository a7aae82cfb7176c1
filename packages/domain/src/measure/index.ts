export * from './chart-words.ts';
export * from './control-chart.ts';
export * from './control-words.ts';
export * from './distance-from-target.ts';
export * from './judge-figures.ts';
export * from './lateness.ts';
export * from './measure-reference.ts';
export * from './movement.ts';
export * from './parse-figure.ts';
export * from './parse-figure-date.ts';
export * from './parse-pasted-figures.ts';
export * from './parse-planned.ts';
export * from './reporting-period.ts';
export * from './run-chart.ts';
export * from './share.ts';
export * from './small-numbers.ts';
export { STANDARD_THEMES, type StandardMeasure } from './standard/standard-measure.ts';
export {
  findStandards,
  measureFrom,
  STANDARD_MEASURES,
  standardOf,
  suggestStandards,
} from './standard/standard-measures.ts';
export * from './straight-line.ts';
export * from './trajectory.ts';
export * from './validate-measure.ts';
export * from './value-words.ts';
