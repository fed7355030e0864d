import type { Actor } from "../../kernel/actor.ts";
import { type Regime, type Right, regimes } from "../../kernel/rights.ts";

/** The right by which somebody reads the record of a regime; of the house itself, what is done to accounts. */
const opens: Partial<Record<Regime, Right>> = {
  counter: "counter.read",
  listening: "listening.audit",
  incidents: "incidents.audit",
  mediation: "mediation.audit",
  scams: "scams.audit",
  internal: "record.read",
};

/** The regimes whose record somebody may read. Working in a regime is not enough. */
export function auditedBy({ rights }: Pick<Actor, "rights">): readonly Regime[] {
  return regimes.filter((regime) => {
    const right = opens[regime];
    return right !== undefined && rights.has(right);
  });
}
