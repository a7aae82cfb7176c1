import type { PageLine } from '@gt/contracts/words';
import { type RefObject, useState } from 'react';
import classes from './page-beside.module.css';

type PagePictureProps = {
  src: string;
  /** Read out in place of the picture. */
  name: string;
  /** Width to height, known before the picture is there. */
  ratio: number;
  lines: readonly PageLine[];
  marked: ReadonlySet<number>;
  layer: RefObject<HTMLDivElement | null>;
};

/** What a line's height is of its letters' size, and a little less, so that other letters than the page's fit. */
const FIT = 100 * 0.72;
const percent = (share: number) => `${share * 100}%`;

/** A page as the server drew it, with its words laid over it: they can be selected, and are what is read aloud. */
export function PagePicture({ src, name, ratio, lines, marked, layer }: PagePictureProps) {
  const [state, setState] = useState<'drawing' | 'there' | 'broken'>('drawing');
  return (
    <div className={classes.sheet} style={{ aspectRatio: ratio }}>
      {state === 'drawing' ? <p className={classes.said}>The page is being drawn.</p> : null}
      {state === 'broken' ? (
        <p className={classes.said}>This page cannot be shown as a picture. Its words can be chosen below.</p>
      ) : (
        <img
          className={classes.picture}
          src={src}
          alt=""
          draggable={false}
          onLoad={() => setState('there')}
          onError={() => setState('broken')}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: words over a picture are no form's group */}
      <div ref={layer} className={classes.layer} role="group" aria-label={name}>
        {lines.map((line, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a stored page never move
            key={index}
            data-line={index}
            className={classes.line}
            data-marked={marked.has(index) || undefined}
            style={{
              left: percent(line.left),
              top: percent(line.top),
              width: percent(line.width),
              height: percent(line.height),
              fontSize: `${(line.height / ratio) * FIT}cqw`,
            }}
          >
            {marked.has(index) ? <mark className={classes.mark}>{line.text}</mark> : line.text}
          </span>
        ))}
      </div>
    </div>
  );
}
