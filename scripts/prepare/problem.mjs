/** A failure that the person can do something about: printed as words, without a stack. */
export class Problem extends Error {
  /** @param {string} message what is wrong and how to mend it  @param {string} [detail] output of the tool */
  constructor(message, detail = '') {
    super(message);
    this.detail = detail;
  }
}

/** Prints why a command stopped and ends the process with 1. Anything but a Problem keeps its stack. */
export function reportAndExit(error) {
  if (error instanceof Problem) {
    if (error.detail) console.error(`\n${error.detail}`);
    console.error(`\nThere is a problem. ${error.message}\n`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
