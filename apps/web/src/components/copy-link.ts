import { toast } from './toast.tsx';

/** Puts the address of what is on screen on the clipboard: filters, layout and the open action are all in it. */
export async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast('The link is on your clipboard.');
  } catch {
    // No leave, or no secure connection.
    toast('The link could not be copied. Copy the address from the browser’s address bar.');
  }
}
