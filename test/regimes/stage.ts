import { type Regime, type Right, type Role, regimes, rights, roles } from "../../src/kernel/rights.ts";
import type { Route } from "../../src/web/route.ts";
import { type Desk, type Grant, openDesk } from "./desk.ts";
import { differing } from "./differing.ts";
import { type Known, walk } from "./known.ts";
import { questionsOf } from "./questions.ts";
import { referencesIn, type Strange, strangeIn } from "./strange.ts";
import { asOwner, buildOriginal, type Copy, type Original } from "./worlds.ts";

/** An officer by her role and regimes, the regime that is looked for, and which part of all that can be tried is tried. */
export type Case = Grant & { readonly missing: Regime; readonly turn: number };

/** The house over a world with every regime, and over copies of it that lack one each. */
export type Stage = {
  readonly whole: Copy;
  readonly without: ReadonlyMap<Regime, Copy>;
  readonly strange: ReadonlyMap<Regime, Strange>;
  /** Every reference that exists, and the codes of the posts of today. */
  readonly references: ReadonlySet<string>;
  readonly posts: readonly string[];
  /** The house with some routes. */
  open(routes: readonly Route[]): Promise<Opened>;
  close(): Promise<void>;
};

export type Opened = {
  readonly desk: Desk;
  /** What whoever holds every right at a post or in the province finds. */
  readonly known: Known;
  /** How the answers to an officer tell whether there is anything of one regime; of some routes, or of all. */
  tellApart(given: Case, among?: readonly Route[]): Promise<readonly string[]>;
  close(): Promise<void>;
};

const rightsIn = ({ role, regimes: held }: Grant): ReadonlySet<Right> => new Set(roles[role].filter((right) => held.includes(rights[right])));

/** Whose pages lead everywhere. */
const leading: readonly Role[] = ["chief", "provinceAnalyst", "auditor", "administrator"];

export async function openStage(): Promise<Stage> {
  const original = await buildOriginal();
  const without = new Map<Regime, Copy>();
  const strange = new Map<Regime, Strange>();
  for (const regime of regimes) {
    without.set(regime, await original.without(regime));
    strange.set(regime, await asOwner(original.whole.ownerUrl, (owner) => strangeIn(owner, regime, original.post)));
  }
  const references = await asOwner(original.whole.ownerUrl, referencesIn);
  const posts = await asOwner(original.whole.ownerUrl, async (owner) =>
    (await owner.query("select code from units where kind = 'commune' and valid_to is null")).rows.map(({ code }) => String(code)),
  );
  return { whole: original.whole, without, strange, references, posts, open: (routes) => open({ original, without, strange, references }, routes), close: original.close };
}

type Ground = {
  readonly original: Original;
  readonly without: ReadonlyMap<Regime, Copy>;
  readonly strange: ReadonlyMap<Regime, Strange>;
  readonly references: ReadonlySet<string>;
};

async function open({ original, without, strange, references }: Ground, routes: readonly Route[]): Promise<Opened> {
  const desk = await openDesk(original.whole, original.house, routes);
  const others = new Map<Regime, Desk>();
  for (const [regime, copy] of without) others.set(regime, await openDesk(copy, original.house, routes));
  const guesses = [...strange.values()].flatMap((one) => [...one.references, ...one.numbers]);
  const known = await knownTo(desk, routes, guesses);
  return {
    desk,
    known,
    tellApart: async ({ missing, turn, ...grant }, among = routes) => {
      const other = others.get(missing);
      if (!other) throw new Error(`no world without ${missing}`);
      for (const one of [desk, other]) await one.grant(grant);
      const asking = { routes, among, held: rightsIn(grant), strange: strange.get(missing) ?? { references: [], words: [], numbers: [] }, turn };
      return await differing({ whole: desk, without: other, references }, routes, questionsOf(known, asking));
    },
    close: async () => {
      for (const one of [desk, ...others.values()]) await one.close();
    },
  };
}

async function knownTo(desk: Desk, routes: readonly Route[], guesses: readonly string[]): Promise<Known> {
  const inside = routes.filter(({ needs }) => needs !== "anybody");
  const found: Known[] = [];
  for (const role of leading) {
    await desk.grant({ role, regimes });
    found.push(await walk(desk, inside, role === "chief" ? guesses : []));
  }
  return { addresses: [...new Set(found.flatMap(({ addresses }) => addresses))], forms: found.flatMap(({ forms }) => forms) };
}
