/** The door of this feature: its pages, and what other features may use of it. */
export { PackCheckPage } from './pack-check-page.tsx';
export { PackPage } from './pack-page.tsx';
export { PacksPage } from './packs-page.tsx';
