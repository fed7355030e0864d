import type { StateLook } from "../../../web/views/state.tsx";

const looks: Readonly<Record<string, StateLook>> = {
  recorded: "received",
  assigned: "working",
  mediating: "working",
  settled: "done",
  unsettled: "returned",
  ended: "returned",
  excluded: "returned",
};

/** How a state of a dispute looks in a list. */
export const lookOf = (state: string): StateLook => looks[state] ?? "received";
