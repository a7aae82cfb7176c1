/** The door of this feature: its pages, and what other features may use of it. */
export { ViewsMenu } from './views-menu.tsx';
