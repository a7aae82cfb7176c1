import { useEffect, useRef } from 'react';

/** How long an opener may still vanish because of what the dialog did, in milliseconds. */
const SETTLED_MS = 10_000;

/** Where the focus is, from the element outwards. */
function focusPath(): Element[] {
  const path: Element[] = [];
  for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) path.push(at);
  return path;
}

/**
 * The focus goes to the heading of the part of the page in which the element stood, so that nobody begins again at the
 * top of the page. Whatever has taken the focus meanwhile keeps it.
 */
function focusNear(path: readonly Element[]): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  const near = path.find((element) => element.isConnected);
  const part =
    near?.closest('section, article, [role="tabpanel"], [role="dialog"]') ?? document.querySelector('main');
  const place = part?.querySelector('h1, h2, h3') ?? part;
  if (!(place instanceof HTMLElement)) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/** The opener has the focus again; if the deed of the dialog takes it off the page, the focus stays near. */
function stayNear(opener: HTMLElement, path: readonly Element[]): void {
  const observer = new MutationObserver(() => {
    if (opener.isConnected) return;
    stop();
    focusNear(path);
  });
  const onFocus = ({ target }: FocusEvent) => {
    if (target !== opener) stop();
  };
  const timer = setTimeout(() => stop(), SETTLED_MS);
  const stop = () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    clearTimeout(timer);
  };
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
}

/**
 * While a dialog is open, remembers where the focus was; once it is gone, the focus goes back there, or near it when
 * what opened the dialog is gone too.
 */
export function useReturnFocus(opened: boolean): void {
  const path = useRef<Element[]>([]);
  const wasOpen = useRef(false);
  // Before the dialog is on the page and takes the focus.
  if (opened && !wasOpen.current) path.current = focusPath();
  wasOpen.current = opened;
  useEffect(() => {
    if (!opened) return;
    const before = path.current;
    const goBack = () => {
      const [opener] = before;
      if (!(opener instanceof HTMLElement && opener.isConnected)) return focusNear(before);
      opener.focus();
      stayNear(opener, before);
    };
    // After the dialog and its trap are gone from the page.
    return () => void setTimeout(goBack);
  }, [opened]);
}
