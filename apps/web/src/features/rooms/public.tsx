/** The door of this feature: inspector rooms as the programme lead runs them. */
export { RoomAdminPage } from './room-admin-page.tsx';
export { RoomsPage } from './rooms-page.tsx';
