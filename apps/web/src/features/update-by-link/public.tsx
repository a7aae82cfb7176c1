/** The door of this feature: the page behind a partner's link. It stands apart, so that a partner loads nothing else. */
export { UpdateLinkPage } from './update-link-page.tsx';
