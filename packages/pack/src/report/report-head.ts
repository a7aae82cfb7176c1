/** What is printed of a paper beside its content. Dates are in words. */
export interface ReportHead {
  title: string;
  /** Printed in capitals at the top and bottom of each page; '' prints none. */
  marking: string;
  /** "Public edition"; '' for the full one. */
  edition: string;
  /** "Version 2". */
  version: string;
  /** "Issued on 12 March 2026 by the Programme Lead"; the public edition names nobody. */
  issued: string;
  /** Instant it is dated with, ISO 8601: the same paper made twice is the same file. */
  issuedAt: string;
  /** Whose paper it is: the council or the trust. */
  organisation: string;
  /** Stands above the title. */
  logo?: ReportLogo;
}

/** A PNG that `cleanPng` made; its sides in pixels. */
export interface ReportLogo {
  png: Uint8Array;
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  alt: string;
}

/** How large a logo is printed, in points: as it is in shape, within a strip at the head. */
export function logoSize({ width, height }: Pick<ReportLogo, 'width' | 'height'>) {
  const scale = Math.min(48 / height, 200 / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
