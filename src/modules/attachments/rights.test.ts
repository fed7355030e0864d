import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Place } from "../../kernel/actor.ts";
import { type Regime, regimes } from "../../kernel/rights.ts";
import { mustKeepFiles, mustRemoveFiles } from "./rights.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Answer = { readonly regime: Regime; readonly keep: boolean; readonly remove: boolean };

const here: Place = { communeId: cast.minh.scope.communeId, provinceId: cast.minh.scope.provinceId };
const there: Place = { communeId: cast.hanh.scope.communeId, provinceId: cast.hanh.scope.provinceId };
const allows = (ask: () => void): boolean => {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
};

test.each(Object.values(cast))("PostgreSQL lets $name ($role) keep and remove files of exactly the regimes that the house does", async (member) => {
  for (const place of [here, there]) {
    const told = regimes.map((regime): Answer => {
      const matter = { ...place, regime };
      return { regime, keep: allows(() => mustKeepFiles(as(member), matter)), remove: allows(() => mustRemoveFiles(as(member), matter)) };
    });
    const { rows } = await world.try(as(member), (tx) =>
      sql<Answer>`select r as regime, may_keep_files(r, ${place.communeId}, ${place.provinceId}) as keep, may_remove_files(r, ${place.communeId}, ${place.provinceId}) as remove
        from unnest(${[...regimes]}::text[]) with ordinality as listed (r, nth) order by nth`.execute(tx.db),
    );
    expect(rows).toEqual(told);
  }
});

test("somebody of the cast may keep, and somebody remove, in every regime that has files", () => {
  const held = (ask: typeof mustKeepFiles) => regimes.filter((regime) => Object.values(cast).some((member) => allows(() => ask(as(member), { ...here, regime }))));
  expect(held(mustKeepFiles)).toEqual(["counter", "listening", "incidents", "mediation", "scams"]);
  expect(held(mustRemoveFiles)).toEqual(["counter", "listening", "incidents", "mediation", "scams"]);
});
