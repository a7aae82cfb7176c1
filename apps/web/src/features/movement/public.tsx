/** The door of this feature: its pages, and what other features may use of it. */
export { BurnUpPanel } from './burn-up-panel.tsx';
export { MovementPage } from './movement-page.tsx';
export { SnapshotPage } from './snapshot-page.tsx';
