/** Why something was not taken. It says nothing about whom it was for. */
export type SendingFault = "timeout" | "connection" | "busy" | "refused" | "gone" | "ourFault";

/**
 * What became of one sending. `later`: to be tried again, not before so many seconds when the receiver said so. `never`: it will not be taken,
 * and when the address itself is `gone`, nothing will.
 */
export type Sending =
  | { readonly kind: "sent" }
  | { readonly kind: "later"; readonly fault: Exclude<SendingFault, "refused" | "gone">; readonly afterSeconds: number | null }
  | { readonly kind: "never"; readonly fault: "refused" | "gone" };

export const later = (fault: Exclude<SendingFault, "refused" | "gone">, afterSeconds: number | null = null): Sending => ({ kind: "later", fault, afterSeconds });
export const never = (fault: "refused" | "gone"): Sending => ({ kind: "never", fault });
