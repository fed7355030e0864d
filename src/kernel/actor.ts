import type { Day } from "../base/day.ts";
import { Problem } from "./problem.ts";
import { type Regime, type Right, type Role, regimes, rights, roles } from "./rights.ts";

/** Where an actor's rights reach. */
export type Scope =
  | { readonly kind: "public" }
  | { readonly kind: "gate" }
  | { readonly kind: "commune"; readonly communeId: number; readonly provinceId: number }
  | { readonly kind: "province"; readonly provinceId: number }
  | { readonly kind: "nation" };

/** Who asks. Every transaction has one. */
export type Actor = {
  /** Account, or null for a resident and for the gate. */
  readonly id: number | null;
  readonly name: string;
  readonly scope: Scope;
  readonly rights: ReadonlySet<Right>;
  readonly regimes: ReadonlySet<Regime>;
};

/** A commune with the province that it lies in: what a right is asked for. */
export type Place = { readonly communeId: number; readonly provinceId: number };

/** A resident, or anybody. Sees public rows, and the one matter that the transaction was opened for. */
export const anybody: Actor = { id: null, name: "", scope: { kind: "public" }, rights: new Set(), regimes: new Set() };

/** The sign-in desk: accounts and sessions, nothing else. */
export const gate: Actor = { id: null, name: "", scope: { kind: "gate" }, rights: new Set(), regimes: new Set() };

/** Work that nobody does by hand, in one commune: deadlines, notices, figures. Row security knows it by its having no number. */
export function clockIn({ communeId, provinceId }: Place): Actor {
  const rights = new Set<Right>(roles.clock);
  return { id: null, name: "", scope: { kind: "commune", communeId, provinceId }, rights, regimes: regimesOf(rights) };
}

/** The watch over deadlines of one commune: a deadline passes in every regime, so it stands in all of them. It counts nothing and reads for nobody. */
export function watchIn(place: Place): Actor {
  return { ...clockIn(place), regimes: new Set(regimes) };
}

/** A role given to an account, for some regimes, between two days (`validTo` not included). */
export type Grant = {
  readonly role: Role;
  readonly scope: Scope;
  /** Null: every regime that the role has rights in. */
  readonly regimes: readonly Regime[] | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** The rights that grants give on a day; those whose dates or regimes do not fit give none. */
export function rightsOf(grants: readonly Grant[], today: Day): ReadonlySet<Right> {
  const valid = grants.filter((grant) => grant.validFrom <= today && (grant.validTo === null || today < grant.validTo));
  return new Set(valid.flatMap((grant) => roles[grant.role].filter((right) => grant.regimes?.includes(rights[right]) ?? true)));
}

/** The regimes that rights open. */
export function regimesOf(held: ReadonlySet<Right>): ReadonlySet<Regime> {
  return new Set([...held].map((right) => rights[right]));
}

/** Whether the scope of an actor reaches a place. */
export function reaches(scope: Scope, place: Place): boolean {
  if (scope.kind === "nation") return true;
  if (scope.kind === "province") return scope.provinceId === place.provinceId;
  return scope.kind === "commune" && scope.communeId === place.communeId && scope.provinceId === place.provinceId;
}

/** Whether an actor may do something in a place. The database gives the same answer by `app_may`. */
export function may(actor: Actor, right: Right, place: Place): boolean {
  return actor.rights.has(right) && reaches(actor.scope, place);
}

/** @throws Problem("notPermitted") when the actor may not */
export function must(actor: Actor, right: Right, place: Place): void {
  if (!may(actor, right, place)) throw new Problem("notPermitted", { right });
}

/** Whether rows of a regime in a place are visible to an actor. Row security gives the same answer. */
export function sees(actor: Actor, regime: Regime, place: Place): boolean {
  return actor.regimes.has(regime) && reaches(actor.scope, place);
}
