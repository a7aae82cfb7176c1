import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import classes from './editor.module.css';
import { findingsByWords, markedExcerpt } from './findings.ts';
import { PlaceLink } from './findings-panel.tsx';
import type { Report } from './queries.ts';

/**
 * What identifies somebody in the words of a paper that stays inside. It stands in nobody's way: whoever issues the
 * paper decides. Nothing where nothing was found.
 */
export function InsideFindings({ report, isDirty }: { report: Report; isDirty: boolean }) {
  const found = findingsByWords(report.findings);
  if (found.length === 0) return null;
  return (
    <Panel title="Identifies somebody as it stands" aside={String(found.length)}>
      <p className={classes.say} role="status">
        {countOf(found.length, 'thing')} in the words {found.length === 1 ? 'looks' : 'look'} as if{' '}
        {found.length === 1 ? 'it identifies' : 'they identify'} a child or somebody else. What you leave is
        printed.{isDirty ? ' Save the draft to have its words looked through again.' : ''}
      </p>
      <ul className={classes.findings}>
        {found.map(({ words, places }) => (
          <li key={words} className={classes.finding}>
            <p className={classes.findingHead}>
              <strong>{words}</strong>
            </p>
            <ul className={classes.places}>
              {places.map((place, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice in one place
                <li key={index}>
                  {markedExcerpt(place.excerpt, words).map(({ text, isMarked }, at) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
                    isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
                  )}{' '}
                  <PlaceLink blockKey={place.blockKey} heading={place.heading} report={report} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
