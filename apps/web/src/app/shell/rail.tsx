import { Link, useMatchRoute } from '@tanstack/react-router';
import { useCurrentPlanId } from '../../features/plans/public.tsx';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { type Place, placesFor } from './places.ts';
import classes from './rail.module.css';

function PlaceLink({ place, planId }: { place: Place; planId: string | undefined }) {
  const Icon = place.icon;
  const isUnder = useMatchRoute();
  const covered = planId && place.covers?.some((to) => isUnder({ to, params: { planId }, fuzzy: true }));
  const inside = (
    <>
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <span className={classes.label}>{place.label}</span>
    </>
  );
  const className = place.onPhone ? classes.place : `${classes.place} ${classes.notOnPhone}`;
  // Before a plan is known the start page finds one, or says how to make the first.
  if (place.ofPlan && !planId) {
    return (
      <Link to={paths.home} className={className} activeProps={{}}>
        {inside}
      </Link>
    );
  }
  return (
    <Link
      to={place.to as typeof paths.position}
      params={{ planId: planId ?? '' }}
      className={className}
      activeProps={{ 'data-here': true }}
      activeOptions={{ includeSearch: false }}
      {...(covered ? { 'data-here': true, 'aria-current': 'true' as const } : {})}
    >
      {inside}
    </Link>
  );
}

/** The places of the product: a rail at the left, icons on a tablet, a bar at the foot of a phone. */
export function Rail() {
  const user = useUser();
  const planId = useCurrentPlanId();
  return (
    <nav aria-label="Main" className={classes.rail}>
      <ul className={classes.list}>
        {placesFor(user.roles).map((place) => (
          <li key={place.label} className={place.onPhone ? undefined : classes.notOnPhone}>
            <PlaceLink place={place} planId={planId} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
