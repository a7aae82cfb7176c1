import { toast } from './toast.tsx';

/**
 * Puts an address on the clipboard: a path of this site, or else what is on screen, with its filters, its layout and
 * the open action.
 */
export async function copyLink(path?: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path ? `${window.location.origin}${path}` : window.location.href);
    toast('The link is on your clipboard.');
  } catch {
    // No leave, or no secure connection.
    toast('The link could not be copied. Copy it from the browser’s address bar.');
  }
}
