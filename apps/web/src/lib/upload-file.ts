import { ownHeaders } from './activity.ts';
import { ProblemError, problemInBody, problemOf } from './problem.ts';

export type UploadOptions = {
  /** Sent beside the house's own headers; values must be plain ASCII (encode names with encodeURIComponent). */
  headers?: Record<string, string>;
  /** Called with a share between 0 and 1 as bytes leave; 1 means sent, not yet answered. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  method?: 'POST' | 'PUT';
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Sends one file as the raw body of a request and resolves with the JSON answer.
 * XMLHttpRequest, because fetch does not report how much has been sent.
 * Rejects with `ProblemError`, or with an AbortError when `signal` fires.
 */
export function uploadFile<T>(path: string, file: Blob, options: UploadOptions = {}): Promise<T> {
  const { headers, onProgress, signal, method = 'POST' } = options;
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(new DOMException('Upload stopped', 'AbortError'));
    const request = new XMLHttpRequest();
    request.open(method, path);
    const all = {
      ...ownHeaders(),
      'content-type': file.type || 'application/octet-stream',
      ...headers,
    };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    const stop = () => request.abort();
    signal?.addEventListener('abort', stop);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ProblemError(problemInBody(body, request.status)));
    };
    request.onerror = () => reject(new ProblemError(problemOf(undefined)));
    request.onabort = () => reject(new DOMException('Upload stopped', 'AbortError'));
    request.onloadend = () => signal?.removeEventListener('abort', stop);
    request.send(file);
  });
}
