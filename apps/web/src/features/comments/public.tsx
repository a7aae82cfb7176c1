/** The door of this feature: what other features may use of it. */
export { CommentComposer } from './comment-composer.tsx';
export { CommentsTab } from './comments-tab.tsx';
export { FollowButton } from './follow-button.tsx';
export { useConflictNote } from './use-conflict-note.ts';
