/** The door of this feature: the links that are sent to partners without an account. */
export { UpdateLinksPage } from './update-links-page.tsx';
