/** After the last key in a text, so long does somebody count as typing: with words in it, and in an empty one. */
const TYPING_MS = 60_000;
const PAUSE_MS = 3_000;

let isPressed = false;
let isDragging = false;
let lastKey = 0;

/** Starts watching; the answer ends it. */
export function watchHands(): () => void {
  const off = new AbortController();
  const on = (event: string, run: () => void) =>
    window.addEventListener(event, run, { capture: true, passive: true, signal: off.signal });
  on('pointerdown', () => {
    isPressed = true;
  });
  for (const event of ['pointerup', 'pointercancel']) {
    on(event, () => {
      isPressed = false;
    });
  }
  on('dragstart', () => {
    isDragging = true;
  });
  for (const event of ['dragend', 'drop']) {
    on(event, () => {
      isDragging = false;
      isPressed = false;
    });
  }
  on('input', () => {
    lastKey = Date.now();
  });
  return () => off.abort();
}

/** Whether what is on screen must not move: something is being dragged or pressed, or words are being typed. */
export function handsAreBusy(): boolean {
  if (isPressed || isDragging) return true;
  const active = document.activeElement;
  const isText =
    active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text');
  if (!isText) return false;
  return Date.now() - lastKey < (active.value.trim() === '' ? PAUSE_MS : TYPING_MS);
}
