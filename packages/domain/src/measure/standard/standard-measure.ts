import type { MeasureDirection, MeasureFrequency } from '@gt/contracts/words';

/** Where a definition belongs, in the order in which a child meets the service. */
export const STANDARD_THEMES = [
  'Early help',
  'Front door and assessment',
  'Child protection',
  'Children in care',
  'Homes and fostering',
  'Adoption and permanence',
  'Health',
  'Education and SEND',
  'Missing',
  'Care leavers',
  'Workforce',
  'Quality of practice',
] as const;
export type StandardTheme = (typeof STANDARD_THEMES)[number];

/** A definition that children's services in England share, ready to begin a measure from. No figure comes with it. */
export type StandardMeasure = {
  /** Kept with a measure that began from it; never changed. */
  key: string;
  theme: StandardTheme;
  name: string;
  /** What is counted. */
  counted: string;
  /** Out of what it is a share or a mean; '' for a plain count. */
  outOf: string;
  unit: string;
  direction: MeasureDirection;
  /** How often services usually count it. */
  frequency: MeasureFrequency;
  /** The limit that law or statutory guidance sets; '' where there is none. */
  limit: string;
  /** Where the definition is kept. */
  source: string;
  /** Further words by which people look for it, and by which a recommendation suggests it. */
  words: string;
};

type Usual = 'unit' | 'direction' | 'frequency' | 'limit';

/** Most are shares that should rise, counted each month; each entry says where it differs. */
export function standard(
  theme: StandardTheme,
  entry: Omit<StandardMeasure, Usual | 'theme'> & Partial<Pick<StandardMeasure, Usual>>,
): StandardMeasure {
  return { unit: '%', direction: 'HIGHER_IS_BETTER', frequency: 'MONTHLY', limit: '', ...entry, theme };
}
