import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Relay = {
  url: string;
  received: ParsedMail[];
  close(): Promise<void>;
};

/** What a relay does with a mail once it has read it: an error refuses it, with the number of its answer. */
export type OnMail = (mail: ParsedMail) => Error | null | Promise<Error | null>;

/** An answer of a relay that takes a mail not. */
export function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A real SMTP server on a free port of this machine, which keeps what it takes. */
export async function startRelay(
  onMail: OnMail = () => null,
  more: Partial<SMTPServerOptions> = {},
): Promise<Relay> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    ...more,
    onData(stream, _session, done) {
      simpleParser(stream).then(
        async (mail) => {
          const refusal = await onMail(mail);
          if (!refusal) received.push(mail);
          done(refusal);
        },
        // A sender that is killed in the middle of a mail has not given it.
        () => done(answer(451, 'The mail did not come whole')),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
