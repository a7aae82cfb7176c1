import { ownHeaders } from './activity.ts';
import { ProblemError, problemInBody, problemOf } from './problem.ts';

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return undefined;
  return response.json().catch(() => undefined);
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError(problemOf(cause));
  });
  const body = await bodyOf(response);
  if (!response.ok) throw new ProblemError(problemInBody(body, response.status));
  return body as T;
}

/** GET of a plain JSON route; throws `ProblemError`. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>(path, { headers: ownHeaders(), signal });
}

/** POST of JSON to a plain route; throws `ProblemError`. */
export function postJson<T>(path: string, body: unknown): Promise<T> {
  return send<T>(path, {
    method: 'POST',
    headers: { ...ownHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
