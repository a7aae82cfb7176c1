import { Outlet } from '@tanstack/react-router';
import { usePageFocus } from './use-page-focus.ts';

/** The frame of every page, signed in or not. */
export function RootFrame() {
  usePageFocus();
  return <Outlet />;
}
