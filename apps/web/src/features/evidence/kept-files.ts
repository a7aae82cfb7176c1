import type { EvidenceFacts } from './evidence-facts.ts';

/**
 * Files chosen and not yet sent, kept in this browser while the person signs in again, and removed as soon as they
 * are back in the list. Files are written here only when a session ends under them, and for a day at most.
 */
export type KeptFile = {
  id: string;
  owner: string;
  file: File;
  facts: EvidenceFacts;
  idempotencyKey: string;
  keptAt: number;
};

const NAME = 'gt-files';
const STORE = 'files';
const LONGEST_MS = 24 * 60 * 60 * 1000;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/** True when the browser has room for them and kept them. */
export async function keepFiles(files: readonly KeptFile[]): Promise<boolean> {
  try {
    await withStore('readwrite', (store) => {
      for (const file of files) store.put(file);
      return undefined;
    });
    return true;
  } catch {
    return false;
  }
}

/** Takes out what was kept for this owner; what is too old goes for good. */
export async function takeKeptFiles(owner: string): Promise<KeptFile[]> {
  try {
    const all = ((await withStore('readonly', (store) => store.getAll())) ?? []) as KeptFile[];
    const old = all.filter((kept) => Date.now() - kept.keptAt > LONGEST_MS);
    const mine = all.filter((kept) => kept.owner === owner && !old.includes(kept));
    if (old.length + mine.length > 0) {
      await withStore('readwrite', (store) => {
        for (const { id } of [...old, ...mine]) store.delete(id);
        return undefined;
      });
    }
    return mine;
  } catch {
    return [];
  }
}
