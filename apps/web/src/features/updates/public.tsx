import { lazyPart } from '../../components/lazy-part.tsx';

/** The door of this feature: its pages, and what other features may use of it. */
export const MyUpdatesPage = lazyPart(async () => (await import('./my-updates-page.tsx')).MyUpdatesPage);
export { MyWeekPage } from './my-week-page.tsx';
export { UpdateComposer } from './update-composer.tsx';
export { UpdateList } from './update-list.tsx';
