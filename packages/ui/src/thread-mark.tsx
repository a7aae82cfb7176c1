/** The product's mark: four knots on a line, the last one hollow. Decorative; the name stands beside it. */
export function ThreadMark({ width = 56 }: { width?: number }) {
  return (
    <svg width={width} height={(width * 12) / 56} viewBox="0 0 56 12" aria-hidden="true" focusable="false">
      <path d="M6 6h38" stroke="var(--gt-thread)" strokeWidth="2" />
      <circle cx="6" cy="6" r="4" fill="var(--gt-thread)" />
      <circle cx="20.5" cy="6" r="4" fill="var(--gt-thread)" />
      <circle cx="35" cy="6" r="4" fill="var(--gt-thread)" />
      <circle cx="49" cy="6" r="3.5" fill="none" stroke="var(--gt-thread)" strokeWidth="2" />
    </svg>
  );
}
