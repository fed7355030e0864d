/** Every problem that a person can act on, with the HTTP status that carries it. Anything else that goes wrong is a bug. */
const statusOf = {
  malformed: 400,
  signInNeeded: 401,
  notPermitted: 403,
  notFound: 404,
  changedMeanwhile: 409,
  notNow: 409,
  alreadyDone: 409,
  tooLarge: 413,
  invalid: 422,
  tooMany: 429,
  lawMissing: 503,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof statusOf;

/** Something the person in front of the screen can act on. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** For the sentence shown, never for the log. */
  readonly facts: Readonly<Record<string, string>>;
  constructor(code: ProblemCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.facts = facts;
  }
  get status(): number {
    return statusOf[this.code];
  }
}

/**
 * Waits for a verb and gives false when somebody else was faster: the page is then shown again with what was typed. Every other
 * problem passes through.
 */
export async function unlessChanged(verb: Promise<unknown>): Promise<boolean> {
  try {
    await verb;
    return true;
  } catch (error) {
    if (error instanceof Problem && (error.code === "changedMeanwhile" || error.code === "notNow")) return false;
    throw error;
  }
}
