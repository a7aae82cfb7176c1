import { invalid } from './domain-error.ts';

/** The name a person's browser gives with an upload: URI-encoded, because headers carry ASCII only. */
export function uploadName(header: string | string[] | undefined): string {
  const raw = Array.isArray(header) ? header[0] : header;
  try {
    const name = decodeURIComponent(raw ?? '').trim();
    if (name !== '') return name;
  } catch {
    // Falls through to the same sentence as no name at all.
  }
  throw invalid([{ field: 'file', message: 'Choose a file.' }]);
}
