import { countOf, listWords } from '@gt/domain/wording';
import { PlaceLink } from './place-link.tsx';
import type { RedactionPreview } from './queries.ts';
import classes from './redactions.module.css';

/** Where the same words and files would still stand after agreeing: each has to be asked for on its own. */
export function StaysBehind({ planId, preview }: { planId: string; preview: RedactionPreview }) {
  const { repeats, repeatsTotal, fileHolders, texts } = preview;
  if (repeats.length === 0 && fileHolders.length === 0) return null;
  const more = repeatsTotal - repeats.length;
  return (
    <section aria-labelledby="stays" className={classes.vanishes}>
      <h3 id="stays" className={classes.title}>
        What stays behind
      </h3>
      {repeats.length > 0 ? (
        <>
          <p className={classes.say}>
            These still hold the same words. Look at each, and ask for it to be destroyed too where it must
            go:
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <ul className={classes.words} aria-label="Records that hold the same words" tabIndex={0}>
            {repeats.map(({ reference, place, isAskedFor }) => (
              <li key={`${place.id} ${reference}`}>
                {texts === null ? (
                  reference
                ) : (
                  <PlaceLink planId={planId} place={place}>
                    {reference}
                  </PlaceLink>
                )}
                {isAskedFor ? ', asked for already' : null}
              </li>
            ))}
          </ul>
          {more > 0 ? <p className={classes.say}>And {more} more.</p> : null}
        </>
      ) : null}
      {fileHolders.length > 0 ? (
        <p className={classes.say}>
          {countOf(fileHolders.length, 'other record')} {fileHolders.length === 1 ? 'holds' : 'hold'} the same
          file: {listWords(fileHolders)}. Its bytes stay until{' '}
          {fileHolders.length === 1 ? 'that record lets' : 'the last of those lets'} go of it.
        </p>
      ) : null}
    </section>
  );
}
