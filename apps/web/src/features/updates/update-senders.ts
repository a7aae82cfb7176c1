import { createContext, useContext, useEffect, useRef } from 'react';

/** A form of the page that has words which were not posted. Answers true when it posted them. */
type Sender = () => Promise<boolean>;

/** The forms with unposted words, by the id of their action: for whoever posts all at once, and counts them. */
export type Senders = {
  waiting: ReadonlyMap<string, Sender>;
  tell: (actionId: string, sender: Sender | null) => void;
};

export const SendersContext = createContext<Senders['tell']>(() => undefined);

/** Tells the page that this form has words to post, as long as it does. */
export function useSender(actionId: string, isTouched: boolean, submit: Sender): void {
  const tell = useContext(SendersContext);
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    if (!isTouched) return undefined;
    tell(actionId, () => latest.current());
    return () => tell(actionId, null);
  }, [tell, actionId, isTouched]);
}
