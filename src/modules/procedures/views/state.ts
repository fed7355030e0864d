import type { StateLook } from "../../../web/views/state.tsx";
import type { DossierState } from "../matter.ts";

/** How each state of a dossier looks. */
export const looks = {
  received: "received",
  working: "working",
  awaitingSupplement: "paused",
  onHold: "paused",
  toSign: "toSign",
  outForSigning: "toSign",
  signed: "done",
  refused: "refused",
  handedOver: "done",
  refusalHandedOver: "refused",
  withdrawn: "returned",
  stopped: "returned",
} as const satisfies Record<DossierState, StateLook>;

/** The look of a state read from the database. */
export function lookOf(state: string): StateLook {
  return looks[state as DossierState] ?? "received";
}
