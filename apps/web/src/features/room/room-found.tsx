import type { RoomFindable, RoomView } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { findInRoom } from './find-in-room.ts';
import classes from './room.module.css';

/** So many are shown; more words find fewer. */
const SHOWN = 50;

const KINDS: Record<RoomFindable['what'], string> = {
  RECOMMENDATION: 'Recommendation',
  ACTION: 'Action',
  MEASURE: 'Measure',
  EVIDENCE: 'Evidence',
};

/** What of the pack holds the words that were looked for. */
export function RoomFound({ view, words }: { view: RoomView; words: string }) {
  const found = findInRoom(view.findable, words);
  return (
    <Panel title={`Found for “${words}”`}>
      <p role="status" className={classes.meta}>
        {found.length === 0
          ? 'Nothing in this pack holds all of these words.'
          : countOf(found.length, 'place')}
        {found.length > SHOWN ? `; the first ${SHOWN} are shown. Add a word to find fewer.` : ''}
      </p>
      <ul className={classes.plainList}>
        {found.slice(0, SHOWN).map(({ what, ref, title, under, words: text }) => (
          <li key={`${what} ${ref}`} className={classes.foundItem}>
            {under ? (
              <Link to={paths.inspectorRoom} search={{ show: under }} hash={ref}>
                {ref} {title}
              </Link>
            ) : (
              `${ref} ${title}`
            )}
            <p className={classes.meta}>
              {KINDS[what]}
              {under && under !== ref ? `, under ${under}` : ''}
              {text ? `. ${text.length > 160 ? `${text.slice(0, 160)} …` : text}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
