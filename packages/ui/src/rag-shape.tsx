import type { Rag } from '@gt/contracts/words';

/** The shape of a RAG: triangle, diamond, disc, square, ring. Takes the colour of the words around it. */
export function RagShape({ rag, size = 12 }: { rag: Rag; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
      fill="currentColor"
    >
      {rag === 'RED' ? <path d="M6 1l5.5 10h-11z" /> : null}
      {rag === 'AMBER' ? <path d="M6 0l6 6-6 6-6-6z" /> : null}
      {rag === 'GREEN' ? <circle cx="6" cy="6" r="5.5" /> : null}
      {rag === 'BLUE' ? <path d="M1 1h10v10H1z" /> : null}
      {rag === 'NONE' ? (
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />
      ) : null}
    </svg>
  );
}
