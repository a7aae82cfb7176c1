export interface PackProblem {
  path: string;
  problem:
    | 'MISSING'
    | 'EXTRA'
    | 'RENAMED'
    | 'CHANGED'
    | 'TWICE'
    | 'UNREADABLE'
    | 'MANIFEST'
    | 'SIGNATURE'
    | 'HASH';
  /** What is wrong, in a sentence. */
  detail: string;
}
