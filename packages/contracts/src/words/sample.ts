/**
 * The one password of every sample account. It is published on purpose: sample accounts exist only in sample mode,
 * which listens on this machine alone, and a production start that finds one refuses.
 */
export const SAMPLE_PASSWORD = 'open the sample plan';
