/** A stretch of text out of a file, and where it stands. */
export type Passage = {
  text: string;
  /** "Page 3", "Sheet “Data”, cell B7". */
  place: string;
  isHidden: boolean;
  /** Of a cell: the heading of its column. */
  heading?: string;
};

/** What reading a file gives, piece by piece. */
export type Piece =
  | ({ kind: 'PASSAGE' } & Passage)
  /** What a reader may not know of, or a person has to look at: "2 hidden sheets". */
  | { kind: 'NOTICE'; words: string }
  /** A part that could not be read, as a sentence. */
  | { kind: 'UNREAD'; sentence: string }
  /** Something that is itself a finding, such as the place where a picture was taken. */
  | { kind: 'LOCATION'; place: string };

export const passage = (place: string, text: string, isHidden = false): Piece => ({
  kind: 'PASSAGE',
  text,
  place,
  isHidden,
});
