export { ClockBadge } from './clock-badge.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorSummary, type SummaryError } from './error-summary.tsx';
export { PageHeader } from './page-header.tsx';
export { Panel } from './panel.tsx';
export { SkeletonRows } from './skeleton-rows.tsx';
export { ThreadMark } from './thread-mark.tsx';
export { UiProvider } from './ui-provider.tsx';
