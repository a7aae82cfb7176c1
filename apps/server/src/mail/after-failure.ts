/** What the mail library says of a mail that did not go out. */
export type MailFailure = {
  message: string;
  /** "EENVELOPE", "EMESSAGE", "ECONNECTION" …; the library's own word. */
  code?: string;
  /** The relay's answer, such as 451 or 550. */
  responseCode?: number;
  /** What the relay was answering: "RCPT TO", "DATA", "AUTH PLAIN" …; "API" for the library itself. */
  command?: string;
};

export type AfterFailure =
  /** Later: not before then. `relay` when it is the relay that is unwell, so that trying others now is of no use. */
  | { outcome: 'WAIT'; notBefore: Date; fault: 'MAIL' | 'RELAY' }
  /** Never: the relay will not have it, or it has waited for as long as mail waits. */
  | { outcome: 'GIVE_UP'; because: string };

const MINUTE = 60_000;
const LONGEST_WAIT = 30 * MINUTE;
/** For so many days mail is tried again (RFC 5321, 4.5.4.1: at least 4 to 5). */
const TRIED_FOR_DAYS = 5;

/**
 * What becomes of a mail that a relay did not take. A lasting refusal (5xx) of its address or of its content ends it; a
 * passing one (4xx) lets it wait, one minute at first and then twice as long each time, up to half an hour. Whatever
 * says nothing of this mail (no connection, a relay that hangs, a sign-in or sender that is refused) is the relay's
 * fault or our settings', and loses no mail. After five days nothing is tried any more.
 */
export function afterFailure(
  failure: MailFailure,
  mail: { attempts: number; createdAt: Date },
  now: Date,
): AfterFailure {
  const fault = faultOf(failure);
  if (fault === 'MAIL' && isLasting(failure)) return { outcome: 'GIVE_UP', because: failure.message };
  if (now.getTime() - mail.createdAt.getTime() >= TRIED_FOR_DAYS * 24 * 60 * MINUTE) {
    return { outcome: 'GIVE_UP', because: `Tried for ${TRIED_FOR_DAYS} days. ${failure.message}` };
  }
  const wait = Math.min(MINUTE * 2 ** Math.min(mail.attempts, 10), LONGEST_WAIT);
  return { outcome: 'WAIT', notBefore: new Date(now.getTime() + wait), fault };
}

function faultOf({ code, responseCode, command }: MailFailure): 'MAIL' | 'RELAY' {
  // 421: the relay is closing, whatever it was asked.
  if (responseCode === 421) return 'RELAY';
  if (command === 'RCPT TO' || command === 'DATA') return responseCode === undefined ? 'RELAY' : 'MAIL';
  // The library refuses a malformed address, and a mail larger than the relay takes.
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'ESTREAM';
  return isOfMail && responseCode === undefined ? 'MAIL' : 'RELAY';
}

function isLasting({ code, responseCode }: MailFailure): boolean {
  return responseCode === undefined ? code !== 'ESTREAM' : responseCode >= 500;
}
