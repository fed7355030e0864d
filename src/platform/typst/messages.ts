/** What the server sends to a typesetting process. `data` is JSON in NFC; the template reads it as `sys.inputs.data`. */
export type TypesetOrder = { readonly template: string; readonly data: string };

/** What comes back: once `ready`, then one answer for each order. */
export type TypesetAnswer = { readonly kind: "ready" } | { readonly kind: "done"; readonly pdf: Uint8Array } | { readonly kind: "failed"; readonly reason: string };
