export { recordAudit } from './core/audit.ts';
export type { Context } from './core/context.ts';
export { londonDate } from './core/dates.ts';
export { DomainError } from './core/domain-error.ts';
export type { FileAnswer, FileRequest, FileRoute } from './core/file-route.ts';
export { guard, systemScope } from './core/guard.ts';
export type { JobHandler } from './core/job-handler.ts';
export { LIVE_CHANNEL, type LiveMessage, readLiveMessage } from './core/live.ts';
export { newId } from './core/new-id.ts';
export type { Accounts, JobName, Jobs, Settings, Signing } from './core/ports.ts';
export { HTTP_STATUSES, problemFrom } from './core/problem.ts';
export type { Scope, SignedIn } from './core/scope.ts';
export { signingWith } from './core/signing.ts';
export { createCallerFactory } from './core/trpc.ts';
export { type News, newsFor } from './features/live/news-for.ts';
export { seesRecord } from './features/live/sees-record.ts';
export { readCalendar } from './features/notifications/read-calendar.ts';
export { acceptInvitation } from './features/people/accept-invitation.ts';
export { openInvitation } from './features/people/open-invitation.ts';
export { needsSetUp, setUpInstallation } from './features/people/set-up-installation.ts';
export { askInRoom } from './features/rooms/ask-in-room.ts';
export { enterRoom } from './features/rooms/enter-room.ts';
export { findVisit, leaveRoom, type Visit } from './features/rooms/find-visit.ts';
export { openRoom, roomStanding } from './features/rooms/open-room.ts';
export {
  downloadRoomFile,
  downloadRoomPack,
  previewRoomFile,
  previewRoomFilePage,
  roomPackKey,
} from './features/rooms/open-room-file.ts';
export { readRoomPage } from './features/rooms/read-room-page.ts';
export { type Screener, screenVersion } from './features/screening/screen-version.ts';
export { checkStore } from './features/store/check-store.ts';
export { sweepFiles } from './features/store/sweep-files.ts';
export { openUpdateLink } from './features/update-links/open-update-link.ts';
export { updateByLink } from './features/update-links/update-by-link.ts';
export { fileRoutes } from './file-routes.ts';
export { jobHandlers } from './job-handlers.ts';
export { type AppRouter, appRouter } from './root-router.ts';
