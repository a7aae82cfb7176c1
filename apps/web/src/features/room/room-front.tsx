import { OMISSION_LABELS, type RoomView } from '@gt/contracts/words';
import { Panel, sizeInWords } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { CopyField } from '../../components/copy-field.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { KEY_URL, PACK_URL } from './queries.ts';
import classes from './room.module.css';
import { RoomQuestions } from './room-questions.tsx';

/** What the pack is, what was left out of it, how to check it, and the questions. */
export function RoomFront({ view }: { view: RoomView }) {
  return (
    <>
      <PackPanel view={view} />
      <RoomQuestions view={view} />
      <Omissions omissions={view.omissions} />
      <Proof pack={view.pack} />
    </>
  );
}

function PackPanel({ view: { pack, inspection } }: { view: RoomView }) {
  const { judgements, kind, startedOn, endedOn } = inspection;
  const dates = [startedOn, endedOn].filter((day) => day !== null).map((day) => dayInWords(day));
  return (
    <Panel title={`Evidence pack ${pack.number}: ${pack.plan}`}>
      {pack.partial ? (
        <p className={classes.warning}>
          <span aria-hidden="true">◆ </span>
          {pack.partial}
        </p>
      ) : null}
      <p className={classes.sentence}>
        {pack.council}
        {pack.trust ? `, delivered by ${pack.trust}` : ''}. {pack.scope}. Made on{' '}
        {dayInWords(pack.generatedAt)} at {timeInWords(pack.generatedAt)}. {pack.asAt}
      </p>
      {pack.coverNote ? <p className={classes.note}>{pack.coverNote}</p> : null}
      <p className={classes.sentence}>
        {kind}
        {dates.length > 0 ? `, ${dates.join(' to ')}` : ''}. {pack.counts} Nothing here changes while you
        read: the room shows the pack as it was made.
      </p>
      {judgements.length > 0 ? (
        <dl className={classes.facts}>
          {judgements.map(({ area, grade }) => (
            <div key={area} className={classes.fact}>
              <dt>{area}</dt>
              <dd>{grade}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Panel>
  );
}

function Omissions({ omissions }: Pick<RoomView, 'omissions'>) {
  const groups = [...Map.groupBy(omissions, ({ code }) => code)];
  return (
    <Panel
      title="What was left out, and why"
      aside={omissions.length > 0 ? `${omissions.length} in all` : undefined}
    >
      {groups.length === 0 ? <p className={classes.sentence}>Nothing in scope was left out.</p> : null}
      {groups.map(([code, items]) => (
        <section key={code} aria-label={OMISSION_LABELS[code]}>
          <h3 className={classes.part}>
            {OMISSION_LABELS[code]} <span className="gt-figures">({items.length})</span>
          </h3>
          <ul className={classes.plainList}>
            {items.map(({ ref, title, reason }) => (
              <li key={`${ref} ${title}`}>
                <strong className="gt-figures">{ref}</strong> {title}: {reason}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function Proof({ pack: { fileName, size, sha256, key } }: Pick<RoomView, 'pack'>) {
  return (
    <Panel title="The pack itself, and how to check it">
      <div className={classes.proof}>
        <Group gap="xs" className="gt-screen-only">
          <Button component="a" href={PACK_URL} download>
            Download the pack ({sizeInWords(size)})
          </Button>
          {key ? (
            <Button component="a" variant="default" href={KEY_URL} download>
              Public key
            </Button>
          ) : null}
        </Group>
        <p className={classes.meta}>{fileName}</p>
        <CopyField label="SHA-256 of the ZIP" value={sha256} copyLabel="Copy the SHA-256" />
        <p className={classes.sentence}>
          Whoever has the ZIP can tell whether it is this one: its SHA-256 is the one above, on Windows by{' '}
          <code>certutil -hashfile FILE.zip SHA256</code>, elsewhere by <code>sha256sum FILE.zip</code>. The
          file READ ME.txt in it says how every file and the signature are checked, with the public key.
        </p>
        {key ? (
          <p className={classes.meta}>
            Signed by key <span className={classes.hash}>{key.fingerprint}</span>
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
