/** The door of this feature: its pages, and what other features may use of it. */
export { BringInPage } from './bring-in-page.tsx';
export { EarlierPage } from './earlier-page.tsx';
export { LineagePage } from './lineage-page.tsx';
export { RaisedBeforePanel } from './raised-before-panel.tsx';
export { RaisedMark } from './raised-mark.tsx';
