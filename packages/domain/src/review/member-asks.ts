import { MEETING_KIND_LABELS, type MeetingKind } from '@gt/contracts/words';
import { listWords } from '../wording/index.ts';

export type MeetingMember = {
  name: string;
  isChair: boolean;
  /** False once the account is deactivated. */
  isActive: boolean;
  /** Whether their roles let them chair. */
  mayChair: boolean;
};

/**
 * What the programme lead is asked to do about who belongs to a meeting, a sentence each; nothing when all is well,
 * nor while nobody belongs to it. Whoever left is expected nowhere and gets no mail until somebody else is named.
 * Example: "Head of Fostering, holder 1, the chair of the weekly review, has left. Name a new chair."
 */
export function memberAsks(kind: MeetingKind, members: readonly MeetingMember[]): string[] {
  if (members.length === 0) return [];
  const meeting = MEETING_KIND_LABELS[kind].toLowerCase();
  const left = members.filter(({ isActive, isChair }) => !isActive && !isChair).map(({ name }) => name);
  const asks = [chairAsk(meeting, members)];
  if (left.length > 0) {
    const [are, have] = left.length === 1 ? ['a member', 'has'] : ['members', 'have'];
    asks.push(`${listWords(left)}, ${are} of the ${meeting}, ${have} left. Name somebody else.`);
  }
  return asks.filter((ask) => ask !== null);
}

function chairAsk(meeting: string, members: readonly MeetingMember[]): string | null {
  const chair = members.find(({ isChair }) => isChair);
  if (!chair) return `The ${meeting} has no chair. Name one.`;
  if (!chair.isActive) return `${chair.name}, the chair of the ${meeting}, has left. Name a new chair.`;
  if (!chair.mayChair)
    return `${chair.name} may no longer chair the ${meeting}: their role changed. Name a new chair.`;
  return null;
}
