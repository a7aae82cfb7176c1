import type { RoomView } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './room.module.css';

/** The way through the pack, in the pack's own order and numbers. */
export function RoomContents({ view, show }: { view: RoomView; show: string | undefined }) {
  return (
    <nav aria-label="Contents of the pack" className={classes.contents}>
      <ul className={classes.list}>
        <li>
          <Link to={paths.inspectorRoom} search={{}} aria-current={show === undefined ? 'page' : undefined}>
            The pack, and your questions
          </Link>
        </li>
      </ul>
      {view.areas.map(({ number, area, recommendations, also }) => (
        <section key={number} aria-label={area}>
          <h2 className={classes.area}>
            {number} {area}
          </h2>
          <ul className={classes.list}>
            {recommendations.map((item) => (
              <li key={item.ref}>
                <Link
                  to={paths.inspectorRoom}
                  search={{ show: item.ref }}
                  aria-current={show === item.ref ? 'page' : undefined}
                >
                  {item.number} {item.ref} {item.title}
                </Link>
              </li>
            ))}
            {also.map((item) => (
              <li key={item.ref} className={classes.also}>
                See also{' '}
                <Link to={paths.inspectorRoom} search={{ show: item.ref }}>
                  {item.number} {item.ref}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
