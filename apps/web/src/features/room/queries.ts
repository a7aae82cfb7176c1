import type {
  FilePreview,
  RoomQuestion,
  RoomRecommendation,
  RoomStanding,
  RoomView,
} from '@gt/contracts/words';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getJson, postJson } from '../../lib/http.ts';

const ROOM = '/api/room';
const KEY = ['inspector-room'];
/** How soon an open page learns that the room was shut, in milliseconds. */
const ASK_EVERY = 15_000;

/** Each opening is a line in the log, so nothing is asked twice of its own accord. */
const ONCE = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false };

export const roomQuery = queryOptions({
  ...ONCE,
  queryKey: [...KEY, 'contents'],
  queryFn: ({ signal }) => getJson<RoomView>(ROOM, signal),
});

/** Whether the room still stands as it was shown. */
export const standingQuery = queryOptions({
  queryKey: [...KEY, 'standing'],
  queryFn: ({ signal }) => getJson<RoomStanding>(`${ROOM}/standing`, signal),
  refetchInterval: ASK_EVERY,
  retry: false,
});

export const recommendationQuery = (ref: string, packNumber: number) =>
  queryOptions({
    ...ONCE,
    queryKey: [...KEY, packNumber, ref],
    queryFn: ({ signal }) => getJson<RoomRecommendation>(`${ROOM}/recommendations/${ref}`, signal),
  });

export const previewQuery = (ref: string, packNumber: number) =>
  queryOptions({
    ...ONCE,
    queryKey: [...KEY, packNumber, 'preview', ref],
    queryFn: ({ signal }) => getJson<FilePreview>(`${ROOM}/evidence/${ref}/preview`, signal),
    retry: false,
  });

export const fileUrl = (ref: string) => `${ROOM}/evidence/${ref}/file`;
export const pageUrl = (ref: string, page: number) => `${ROOM}/evidence/${ref}/pages/${page}`;
export const PACK_URL = `${ROOM}/pack`;
export const KEY_URL = `${ROOM}/pack/key`;

export function enterRoom(secret: string, code: string): Promise<unknown> {
  return postJson(`${ROOM}/entrance`, { secret, code });
}

/** Forgets everything that was shown. */
export function useForgetRoom(): () => void {
  const client = useQueryClient();
  return useCallback(() => client.removeQueries({ queryKey: KEY }), [client]);
}

export function leaveRoom(): Promise<unknown> {
  return postJson(`${ROOM}/leave`, {});
}

type Ask = { question: string; recommendations: string[]; idempotencyKey: string };

/** Asks; the room then shows it among the questions. */
export function useAsk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask) => postJson<RoomQuestion[]>(`${ROOM}/questions`, ask),
    onSuccess: (questions) =>
      client.setQueryData(roomQuery.queryKey, (view) => (view ? { ...view, questions } : view)),
  });
}
