/** The door of this feature: its page, and what other features may use of it. */

export { ActionMeasures } from './action-measures.tsx';
export { FigureImportPage } from './files/figure-import-page.tsx';
export { FigureImportsPage } from './files/figure-imports-page.tsx';
export { MeasuresPage } from './measures-page.tsx';
export { RecommendationMeasures } from './recommendation-measures.tsx';
