import { countOf } from '@gt/domain/wording';
import { sizeInWords } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './packs.module.css';
import type { PackRow } from './queries.ts';

/** A finished pack in the list: what it holds, its download, and the way to its page. */
export function ReadyPack({ pack }: { pack: PackRow }) {
  const { id, planId, number, fileName, size, counts, isPartial } = pack;
  return (
    <div className={classes.readyPack}>
      <p className={classes.fileName}>{fileName}</p>
      {isPartial ? (
        <p className={classes.bad}>
          <span aria-hidden="true">▲ </span>Partial: a file that belongs in it could not be given.
        </p>
      ) : null}
      {counts ? (
        <p className={classes.meta}>
          {counts.evidenceIncluded} of {countOf(counts.evidenceInScope, 'item')} of evidence
          {counts.textsLeftOut > 0 ? `, ${countOf(counts.textsLeftOut, 'text')} left out` : ''}
          {size === null ? '' : ` · ${sizeInWords(size)}`}
        </p>
      ) : null}
      <Group gap="xs" className="gt-screen-only">
        <Button component="a" href={`/files/packs/${id}`} download size="compact-md">
          Download<span className="gt-visually-hidden"> pack {number}</span>
        </Button>
        <Link to={paths.pack} params={{ planId, packId: id }}>
          Open<span className="gt-visually-hidden"> pack {number}</span>: checksum, what was left out, check
        </Link>
      </Group>
    </div>
  );
}
