/** The focus goes to the heading of the open item: read aloud there, and single keys work from it. */
export function focusItem(): void {
  document.querySelector<HTMLElement>('[data-item-heading]')?.focus({ preventScroll: true });
}
