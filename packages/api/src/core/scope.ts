import type { IsoDate, Role } from '@gt/contracts/words';
import type { Actor } from '@gt/domain/authz';

declare const minted: unique symbol;

/**
 * Proof that the guard let somebody through. Repositories accept only a Scope, so an unscoped query does not
 * type-check; only `core/guard.ts` (and the system scope of background jobs) mints one.
 */
export type Scope = Actor & {
  readonly [minted]: true;
  readonly userName: string;
  /** Today in Europe/London, computed once a request. */
  readonly today: IsoDate;
  /** The instant of the request. */
  readonly now: Date;
  readonly requestId: string;
};

export type SignedIn = {
  userId: string;
  userName: string;
  email: string;
  roles: readonly Role[];
  teamIds: readonly string[];
  postIds: readonly string[];
  sessionId: string;
};

export function mintScope(
  who: Pick<SignedIn, 'userId' | 'userName' | 'roles' | 'teamIds' | 'postIds'>,
  request: { today: IsoDate; now: Date; requestId: string },
): Scope {
  return {
    userId: who.userId,
    userName: who.userName,
    roles: who.roles,
    teamIds: who.teamIds,
    postIds: who.postIds,
    ...request,
  } as Scope;
}
