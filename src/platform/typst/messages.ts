/**
 * What the server sends to a typesetting process. `data` is JSON in NFC; the template reads it as `sys.inputs.data`. `files` are put beside
 * the templates under their names for as long as the order takes.
 */
export type TypesetOrder = {
  readonly template: string;
  readonly data: string;
  /** `picture`: one SVG with all pages below one another, for the screen. */
  readonly as: "archive" | "print" | "picture";
  readonly files: ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>;
};

/** What comes back: once `ready`, then one answer for each order. */
export type TypesetAnswer = { readonly kind: "ready" } | { readonly kind: "done"; readonly bytes: Uint8Array } | { readonly kind: "failed"; readonly reason: string };
