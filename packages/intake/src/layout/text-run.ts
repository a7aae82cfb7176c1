/**
 * Text as a page holds it: runs with positions. Units are PDF points (1/72 inch); x grows to the right,
 * y grows upwards, y is the baseline.
 */
export type TextRun = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  font: string;
};

export type PageText = {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  runs: TextRun[];
};
