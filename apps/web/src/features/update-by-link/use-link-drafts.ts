import { useCallback, useEffect, useRef, useState } from 'react';
import { digestOf, forgetOldDrafts, type LinkDraft, readLinkDrafts, writeLinkDraft } from './link-drafts.ts';

export type LinkDrafts = {
  /** By action. */
  drafts: Readonly<Record<string, LinkDraft>>;
  set: (actionId: string, draft: LinkDraft | null) => void;
};

/** The unsent words behind a link, kept in this browser at every keystroke; null until they have been looked up. */
export function useLinkDrafts(secret: string): LinkDrafts | null {
  const digest = useRef<string | null>(null);
  const [drafts, setDrafts] = useState<Record<string, LinkDraft> | null>(null);
  useEffect(() => {
    let isWanted = true;
    setDrafts(null);
    void digestOf(secret).then((found) => {
      if (!isWanted) return;
      digest.current = found;
      forgetOldDrafts(Date.now());
      setDrafts(found === null ? {} : readLinkDrafts(found));
    });
    return () => {
      isWanted = false;
    };
  }, [secret]);

  const set = useCallback((actionId: string, draft: LinkDraft | null) => {
    setDrafts((before) => {
      const { [actionId]: _, ...others } = before ?? {};
      return draft === null ? others : { ...others, [actionId]: draft };
    });
    if (digest.current !== null) writeLinkDraft(digest.current, actionId, draft);
  }, []);
  return drafts && { drafts, set };
}
