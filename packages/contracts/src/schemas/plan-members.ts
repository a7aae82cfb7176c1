import { z } from 'zod';
import { MEETING_KINDS } from '../words/index.ts';
import { id } from './base.ts';

/** What somebody is to a meeting of the plan; NONE: they do not belong to it. */
const standing = z.enum(['NONE', 'MEMBER', 'CHAIR']);

/** Changes what one person is to one meeting. `was` is what the writer saw, so that two cannot undo each other unseen. */
export const setMemberInput = z.object({
  planId: id,
  meeting: z.enum(MEETING_KINDS),
  userId: id,
  was: standing,
  standing,
});
export const setMemberOut = z.object({ userId: z.string(), standing });

export const planMember = z.object({
  userId: z.string(),
  name: z.string(),
  /** Titles of the posts they hold today. */
  posts: z.array(z.string()),
  isChair: z.boolean(),
  /** False for somebody who left: expected at no new meeting, and sent no mail. */
  isActive: z.boolean(),
  /** Whether their roles let them chair, and open a review at all. */
  mayChair: z.boolean(),
  mayRead: z.boolean(),
});

/** Who belongs to a meeting, the chair first, and what the programme lead is asked to do about it, in sentences. */
const meetingMembers = z.object({ members: z.array(planMember), asks: z.array(z.string()) });
export const planMembersOut = z.object({ REVIEW: meetingMembers, BOARD: meetingMembers });

/** Everybody with a working account, to choose from. */
export const memberChoicesOut = z.array(planMember.omit({ isChair: true, isActive: true }));

export type Standing = z.infer<typeof standing>;
export type SetMemberInput = z.infer<typeof setMemberInput>;
export type SetMemberOut = z.infer<typeof setMemberOut>;
export type PlanMember = z.infer<typeof planMember>;
export type PlanMembersOut = z.infer<typeof planMembersOut>;
export type MemberChoicesOut = z.infer<typeof memberChoicesOut>;
