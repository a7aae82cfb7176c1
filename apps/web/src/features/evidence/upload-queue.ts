import type { RouterOutputs } from '@gt/api/types';
import type { FieldProblem, IsoDate } from '@gt/contracts/words';
import { validateEvidence } from '@gt/domain/evidence';
import { mirrorDraft, readDraft, writeDraft } from '../../lib/draft-store.ts';
import { problemOf } from '../../lib/problem.ts';
import { setSessionEnded } from '../../lib/session-ended.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import { type EvidenceFacts, factsFor } from './evidence-facts.ts';
import { type KeptFile, keepFiles, takeKeptFiles } from './kept-files.ts';
import { refreshEvidence } from './queries.ts';

/** What new evidence is for. */
export type UploadTarget = { planId: string; entityType: 'ACTION' | 'RECOMMENDATION'; entityId: string };

export type UploadItem = {
  id: string;
  fileName: string;
  size: number;
  facts: EvidenceFacts;
  /** WAITING: in the queue, other files go first. */
  state: 'READY' | 'WAITING' | 'SENDING' | 'FAILED' | 'DONE';
  /** Share of the bytes sent. */
  share: number;
  /** Why it was not taken; the fields among it are beside their fields. */
  failure: string | null;
  errors: Record<string, string>;
  /** "E12" and its id, once it is done. */
  made: { reference: string; evidenceId: string } | null;
};

type Answer = { reference: string; evidenceId: string } & Partial<RouterOutputs['evidence']['get']>;
type Hidden = { file: File; idempotencyKey: string; stop: AbortController | null };

const AT_ONCE = 2;
const MIRROR_AFTER = 2_000;

/**
 * The files on their way to one action or recommendation. Lives outside the page, so that closing a panel or looking
 * elsewhere stops nothing and loses nothing. Words are kept as drafts, files through a session that ends.
 */
export class UploadQueue {
  readonly #userId: string;
  readonly #target: UploadTarget;
  readonly #hidden = new Map<string, Hidden>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #items: readonly UploadItem[] = [];

  constructor(userId: string, target: UploadTarget) {
    this.#userId = userId;
    this.#target = target;
    void takeKeptFiles(this.#owner).then((kept) => {
      for (const { file, facts, idempotencyKey } of kept) this.#put(file, facts, idempotencyKey);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): readonly UploadItem[] => this.#items;

  add(files: readonly File[]): void {
    for (const file of files) {
      const draft = readDraft(this.#userId, this.#draftKey(file.name, file.size));
      this.#put(file, { ...factsFor(file.name), ...draft }, crypto.randomUUID());
    }
  }

  change(id: string, patch: Partial<EvidenceFacts>): void {
    const item = this.#find(id);
    if (!item) return;
    const facts = { ...item.facts, ...patch };
    this.#set(id, { facts });
    this.#keepDraft({ ...item, facts });
  }

  /** What is the same for several files is typed once. Titles stay. */
  copyToOthers(id: string): void {
    const from = this.#find(id);
    if (!from) return;
    const { title: _title, ...shared } = from.facts;
    for (const item of this.#items) {
      if (item.id !== id && (item.state === 'READY' || item.state === 'FAILED')) this.change(item.id, shared);
    }
  }

  /** Checks and sends some files; answers what is wrong with those that were not sent. */
  send(ids: readonly string[], today: IsoDate): { id: string; problem: FieldProblem }[] {
    const found: { id: string; problem: FieldProblem }[] = [];
    for (const id of ids) {
      const item = this.#find(id);
      if (!item || item.state === 'SENDING' || item.state === 'DONE') continue;
      const problems = validateEvidence(item.facts, today);
      found.push(...problems.map((problem) => ({ id, problem })));
      const errors = Object.fromEntries(problems.map(({ field, message }) => [field, message]));
      this.#set(id, { errors, failure: null, state: problems.length > 0 ? 'READY' : 'WAITING' });
    }
    this.#pump();
    return found;
  }

  /** Stops a file on its way; it stays in the list with its words. */
  cancel(id: string): void {
    this.#hidden.get(id)?.stop?.abort();
    this.#set(id, { state: 'READY', share: 0 });
  }

  remove(id: string): void {
    const item = this.#find(id);
    this.#hidden.get(id)?.stop?.abort();
    this.#hidden.delete(id);
    if (item && item.state !== 'DONE') this.#forgetDraft(item);
    this.#items = this.#items.filter((other) => other.id !== id);
    this.#tell();
  }

  /** Called when the session ends: the files wait in the browser until the same person is back. */
  async keep(): Promise<void> {
    const kept = this.#items.flatMap((item): KeptFile[] => {
      const hidden = this.#hidden.get(item.id);
      if (!hidden || item.state === 'DONE') return [];
      const { file, idempotencyKey } = hidden;
      return [
        { id: item.id, owner: this.#owner, file, facts: item.facts, idempotencyKey, keptAt: Date.now() },
      ];
    });
    if (kept.length > 0) await keepFiles(kept);
  }

  get #owner(): string {
    return `${this.#userId}:${this.#target.entityType}:${this.#target.entityId}`;
  }

  #draftKey(fileName: string, size: number): string {
    return `evidence:${this.#target.entityId}:${size}:${fileName.slice(-80)}`;
  }

  #find(id: string): UploadItem | undefined {
    return this.#items.find((item) => item.id === id);
  }

  #put(file: File, facts: EvidenceFacts, idempotencyKey: string): void {
    const id = crypto.randomUUID();
    this.#hidden.set(id, { file, idempotencyKey, stop: null });
    const fresh = { state: 'READY', share: 0, failure: null, errors: {}, made: null } as const;
    this.#items = [...this.#items, { id, fileName: file.name, size: file.size, facts, ...fresh }];
    this.#tell();
  }

  #set(id: string, patch: Partial<UploadItem>): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...patch } : item));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #pump(): void {
    const sending = this.#items.filter((item) => item.state === 'SENDING').length;
    const next = this.#items.filter((item) => item.state === 'WAITING').slice(0, AT_ONCE - sending);
    for (const item of next) void this.#sendOne(item);
  }

  async #sendOne(item: UploadItem): Promise<void> {
    const hidden = this.#hidden.get(item.id);
    if (!hidden) return;
    const stop = new AbortController();
    hidden.stop = stop;
    this.#set(item.id, { state: 'SENDING', share: 0 });
    try {
      const made = await uploadFile<Answer>('/files/evidence', hidden.file, {
        headers: this.#headers(item, hidden),
        signal: stop.signal,
        onProgress: (share) => this.#set(item.id, { share }),
      });
      this.#forgetDraft(item);
      this.#set(item.id, { state: 'DONE', share: 1, made });
      await refreshEvidence();
    } catch (error) {
      if (!stop.signal.aborted) await this.#failed(item.id, error);
    } finally {
      this.#pump();
    }
  }

  #headers(item: UploadItem, hidden: Hidden): Record<string, string> {
    const { planId, entityType, entityId } = this.#target;
    const link = entityType === 'ACTION' ? { actionIds: [entityId] } : { recommendationIds: [entityId] };
    return {
      'x-file-name': encodeURIComponent(item.fileName),
      'x-idempotency-key': hidden.idempotencyKey,
      'x-evidence': encodeURIComponent(JSON.stringify({ planId, ...link, ...item.facts })),
    };
  }

  async #failed(id: string, error: unknown): Promise<void> {
    const { code, message, fields = [] } = problemOf(error);
    const errors = Object.fromEntries(fields.map((field) => [field.field, field.message]));
    this.#set(id, { state: 'FAILED', share: 0, failure: message, errors });
    if (code !== 'NOT_SIGNED_IN') return;
    await this.keep();
    setSessionEnded(true);
  }

  #keepDraft(item: UploadItem): void {
    const key = this.#draftKey(item.fileName, item.size);
    const { entityType, entityId } = this.#target;
    writeDraft(this.#userId, key, item.facts);
    clearTimeout(this.#timers.get(key));
    const send = () => mirrorDraft({ key, entityType, entityId, body: item.facts });
    this.#timers.set(key, setTimeout(send, MIRROR_AFTER));
  }

  #forgetDraft(item: UploadItem): void {
    const key = this.#draftKey(item.fileName, item.size);
    const { entityType, entityId } = this.#target;
    clearTimeout(this.#timers.get(key));
    writeDraft(this.#userId, key, null);
    mirrorDraft({ key, entityType, entityId, body: null });
  }
}

const queues = new Map<string, UploadQueue>();

/** The one queue of a person for a target, while the app is open. */
export function uploadQueue(userId: string, target: UploadTarget): UploadQueue {
  const key = `${userId}:${target.entityType}:${target.entityId}`;
  const queue = queues.get(key) ?? new UploadQueue(userId, target);
  queues.set(key, queue);
  return queue;
}
