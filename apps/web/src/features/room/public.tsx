/** The door of this feature: the inspector room as its visitor sees it. */
export { RoomPage } from './room-page.tsx';
