import { Drawer, VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { KeysDialog } from '../../../components/keys-dialog.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { useFullScreen } from '../../../lib/full-screen.ts';
import { paths } from '../../../lib/paths.ts';
import { useTitle } from '../../../lib/use-title.ts';
import type { Review } from '../queries.ts';
import { firstOf, nextWaiting, stepFrom, tallyOf } from './agenda.ts';
import { AgendaPanel, EmptyAgenda } from './agenda-panel.tsx';
import { Composer } from './composer.tsx';
import { focusItem } from './focus-item.ts';
import { ItemView } from './item-view.tsx';
import { type Meeting, MeetingContext } from './meeting-context.ts';
import { MeetingHeader } from './meeting-header.tsx';
import classes from './meeting-mode.module.css';
import { OnMyOwn } from './on-my-own.tsx';
import { NotConnected } from './save-state.tsx';
import { SettleComposer } from './settle-composer.tsx';
import { StuckList } from './stuck-list.tsx';
import { useLarge } from './use-large.ts';
import { useMeetingKeys } from './use-meeting-keys.ts';
import { usePlace } from './use-place.ts';
import { usePartsAhead, usePrefetch } from './use-prefetch.ts';
import { useMarks, useQueueSender } from './use-queue-sender.ts';

const CloseReview = lazyPart(async () => (await import('../closing/close-review.tsx')).CloseReview);

type MeetingModeProps = { review: Review; isConnected: boolean; pull: () => void };

/** A review while it is held: the whole screen, one action at a time, everybody in step. */
export function MeetingMode({ review, isConnected, pull }: MeetingModeProps) {
  useFullScreen();
  useTitle(`${review.scope}, review ${review.number}`);
  const sender = useQueueSender(review.id);
  const marks = useMarks(sender);
  const place = usePlace(review, pull);
  const [isLarge, toggleLarge] = useLarge();
  const [shown, setShown] = useState<'keys' | 'sheet' | 'closing' | null>(null);
  const [said, setSaid] = useState('');
  const navigate = useNavigate();
  const { agenda, planId } = review;
  const { item } = place;
  const states = useMemo(
    () => (one: Review['agenda'][number]) => ({ state: marks.get(one.id)?.state ?? one.state }),
    [marks],
  );
  const tally = useMemo(() => tallyOf(agenda, states), [agenda, states]);
  usePrefetch(review, item);
  usePartsAhead(CloseReview.fetch);

  // A word that is said twice is another word to those who hear it.
  const say = (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words));
  const goTo = (itemId: string | undefined) => {
    if (itemId) place.goTo(itemId);
  };
  const step = (by: 1 | -1) => goTo(stepFrom(agenda, item?.id ?? null, by)?.id);
  const meeting: Meeting = {
    review,
    sender,
    place,
    mayWrite: review.isChair || review.mayRun,
    isConnected,
    pull,
    say,
    goOn: (from) => {
      const next = nextWaiting(agenda, from.id, states);
      if (next) place.goTo(next.id);
      else {
        focusItem();
        say('Nothing waits any more.');
      }
    },
  };
  const findInAgenda = () => {
    if (window.matchMedia('(max-width: 700px)').matches) setShown('sheet');
    else document.querySelector<HTMLElement>('[data-agenda-filter]')?.focus();
  };
  const leave = () => void navigate({ to: paths.reviews, params: { planId } });
  const isClosing = shown === 'closing' && review.mayRun;
  useMeetingKeys(shown === null, {
    step,
    goToSection: (section) => goTo(firstOf(agenda, section, item?.id ?? null)?.id),
    sections: [...new Set(agenda.map(({ section }) => section))],
    follow: review.isChair ? undefined : place.follow,
    find: findInAgenda,
    large: toggleLarge,
    keys: () => setShown('keys'),
  });
  useFocusOnItem(item?.id, !isClosing);
  return (
    <MeetingContext value={meeting}>
      <div className={classes.meeting} data-meeting data-large={isLarge || undefined}>
        <MeetingHeader
          tally={tally}
          number={item ? agenda.indexOf(item) + 1 : 0}
          onStep={step}
          isLarge={isLarge}
          onLarge={toggleLarge}
          onKeys={() => setShown('keys')}
          onAgenda={() => setShown('sheet')}
          onLeave={leave}
          onClose={() => {
            place.countTime();
            setShown('closing');
          }}
        />
        <NotConnected />
        <StuckList />
        {isClosing ? (
          <Suspense>
            <CloseReview tally={tally} onBack={() => setShown(null)} />
          </Suspense>
        ) : (
          <div className={classes.body}>
            <div className={classes.agenda}>
              <AgendaPanel />
            </div>
            <div className={classes.main}>
              {item ? (
                <>
                  <OnMyOwn />
                  <div className={classes.item} data-item-scroll>
                    <ItemView key={item.id} item={item} />
                  </div>
                  {meeting.mayWrite ? (
                    item.actionId ? (
                      <Composer key={item.id} item={item} />
                    ) : (
                      <SettleComposer key={item.id} item={item} />
                    )
                  ) : (
                    <SaidSoFar note={item.note} />
                  )}
                </>
              ) : (
                <EmptyAgenda />
              )}
            </div>
          </div>
        )}
        <Drawer
          opened={shown === 'sheet'}
          onClose={() => setShown(null)}
          title="Agenda"
          size="min(24rem, 92vw)"
        >
          <div className={classes.sheet}>
            <AgendaPanel onChosen={() => setShown(null)} />
          </div>
        </Drawer>
        {shown === 'keys' ? <KeysDialog withAlt onClose={() => setShown(null)} /> : null}
        <VisuallyHidden role="status">{said}</VisuallyHidden>
      </div>
    </MeetingContext>
  );
}

/** Another item is read aloud from its heading, where single keys work; not when the meeting is first shown. */
function useFocusOnItem(itemId: string | undefined, isOn: boolean): void {
  const before = useRef(itemId);
  useEffect(() => {
    if (!isOn || before.current === itemId) return;
    before.current = itemId;
    // Words that somebody is typing elsewhere on the page are not taken out of their hands.
    const { activeElement } = document;
    if (activeElement?.closest('form, [role="dialog"], [type="search"]')) return;
    document.querySelector('[data-item-scroll]')?.scrollTo({ top: 0 });
    focusItem();
  }, [itemId, isOn]);
}

function SaidSoFar({ note }: { note: string }) {
  return (
    <section className={classes.said} aria-label="What is said of it">
      <h3 className={classes.saidTitle}>Note</h3>
      <p className={classes.saidWords}>{note || 'Nothing is noted yet.'}</p>
    </section>
  );
}
