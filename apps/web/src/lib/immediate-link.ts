import type { AppRouter } from '@gt/api/types';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { ownHeaders } from './activity.ts';

/**
 * Sends a mutation within the same turn of the page in which it was asked for. The library's links wait for promises
 * first, and by then React has begun to draw what follows: in a meeting the server would wait for the next item to be
 * drawn before it hears of the last one.
 */
export const immediateLink: TRPCLink<AppRouter> = () => {
  return ({ op }) =>
    observable((observer) => {
      const gone = new AbortController();
      const ask = async (answer: Promise<Response>): Promise<void> => {
        const response = await answer;
        const body = await response.json();
        if ('error' in body) {
          observer.error(TRPCClientError.from(body, { meta: { response } }));
          return;
        }
        observer.next({ context: { response }, result: { type: 'data', ...body.result } });
        observer.complete();
      };
      const sent = fetch(`/trpc/${op.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ownHeaders(op.context.isBackground === true) },
        body: JSON.stringify(op.input),
        signal: gone.signal,
      });
      ask(sent).catch((cause) => observer.error(TRPCClientError.from(cause)));
      return () => gone.abort();
    });
};
