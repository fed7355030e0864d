import { type Actor, may, type Place } from "../../kernel/actor.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Regime, Right } from "../../kernel/rights.ts";

/** Who may keep a file with a matter of a regime, by any one of these, and who may remove it. PostgreSQL asks for the same. */
const fileRights: Readonly<Partial<Record<Regime, { readonly keep: readonly Right[]; readonly remove: Right }>>> = {
  counter: { keep: ["counter.attach"], remove: "counter.removeFile" },
  listening: { keep: ["listening.receive", "listening.answer"], remove: "listening.assign" },
  incidents: { keep: ["incidents.process", "incidents.handIn"], remove: "incidents.assign" },
  mediation: { keep: ["mediation.record"], remove: "mediation.assign" },
  scams: { keep: ["scams.process", "scams.handIn"], remove: "scams.warn" },
};

type OfRegime = Place & { readonly regime: Regime };

export function mustKeepFiles(actor: Actor, matter: OfRegime): void {
  if (!fileRights[matter.regime]?.keep.some((right) => may(actor, right, matter))) throw new Problem("notPermitted");
}

export function mustRemoveFiles(actor: Actor, matter: OfRegime): void {
  const right = fileRights[matter.regime]?.remove;
  if (right === undefined || !may(actor, right, matter)) throw new Problem("notPermitted");
}
