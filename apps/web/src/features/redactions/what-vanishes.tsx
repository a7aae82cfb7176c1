import { countOf, listWords } from '@gt/domain/wording';
import { PlaceLink } from './place-link.tsx';
import type { RedactionPreview } from './queries.ts';
import classes from './redactions.module.css';

const PLACE_WORDS = {
  ACTION: 'Open the action',
  RECOMMENDATION: 'Open the recommendation',
  EVIDENCE: 'Open the evidence',
  MEASURE: 'Open the measure',
  REPORT: 'Open the paper',
  REVIEW: 'Open the review',
  LINE_OF_ENQUIRY: 'Open the lines of enquiry',
  PACK: 'Open the pack',
  CALENDAR: 'Open the calendar',
  LINEAGE: 'Open the lineage',
  PLAN: 'Open the recommendations',
} as const;

/** "2 files with every byte"; of a file that another record holds, only that it goes from here. */
function filesWords({ files, filesElsewhere }: RedactionPreview): string[] {
  const whole = files - filesElsewhere;
  return [
    ...(whole > 0 ? [`${countOf(whole, 'file')} with every byte`] : []),
    ...(filesElsewhere > 0 ? [`${countOf(filesElsewhere, 'file')} from this record`] : []),
  ];
}

/** What would vanish, so that the second person agrees to something they have seen. */
export function WhatVanishes({ planId, preview }: { planId: string; preview: RedactionPreview }) {
  const also = [
    ...filesWords(preview),
    ...(preview.packs > 0 ? [`${countOf(preview.packs, 'finished pack')} built since then`] : []),
    ...(preview.snapshots > 0 ? [`the words in ${countOf(preview.snapshots, 'snapshot')}`] : []),
    'copies in the history and in drafts',
  ];
  return (
    <section aria-labelledby="vanishes" className={classes.vanishes}>
      <h3 id="vanishes" className={classes.title}>
        What vanishes
      </h3>
      {preview.texts === null ? (
        <p className={classes.say}>
          Your role does not read plans, so the words are not shown to you. Ask whoever asked to show you what
          is meant before you agree.
        </p>
      ) : (
        <>
          {preview.texts.length > 0 ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            <ul className={classes.words} aria-label="Words that vanish" tabIndex={0}>
              {preview.texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          ) : null}
          <p className={classes.say}>
            <PlaceLink planId={planId} place={preview.place}>
              {PLACE_WORDS[preview.place.kind]}
            </PlaceLink>
          </p>
        </>
      )}
      <p className={classes.say}>Also: {listWords(also)}. This cannot be taken back.</p>
    </section>
  );
}
