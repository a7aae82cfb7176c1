export * from './digest-due.ts';
export * from './digest-mail.ts';
export * from './inside-address.ts';
export * from './nudge-words.ts';
export * from './updates-asked.ts';
export * from './validate-digest-hours.ts';
