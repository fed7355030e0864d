import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Regime, type Right, type Role, regimes, rights } from "../../src/kernel/rights.ts";
import { allRoutes } from "../../src/modules.ts";
import { sentFrom, walk } from "./known.ts";
import { closeBackDoor, leaking, openBackDoor, tight } from "./planted.tsx";
import { parts } from "./questions.ts";
import { type Case, type Opened, openStage, type Stage } from "./stage.ts";
import { sayingOf } from "./telling.ts";
import { asOwner, type Copy } from "./worlds.ts";

let stage: Stage;
let house: Opened;
beforeAll(async () => {
  stage = await openStage();
  house = await stage.open(allRoutes);
}, 300_000);
afterAll(async () => {
  await house.close();
  await stage.close();
});

const others = (missing: Regime): readonly Regime[] => regimes.filter((one) => one !== missing);
const asking: readonly Role[] = ["chief", "beatOfficer", "counterOfficer", "dutyOfficer", "auditor", "provinceAnalyst", "administrator"];
/** Each run tries another part of what can be tried. */
const turn = fc.noBias(fc.nat(1_000));
const anyCase: fc.Arbitrary<Case> = fc
  .constantFrom(...regimes)
  .chain((missing) => fc.record({ role: fc.constantFrom(...asking), regimes: fc.subarray([...others(missing)], { minLength: 1 }), missing: fc.constant(missing), turn }));

describe("no list, count, search, export, badge or error tells an officer whether there is anything of a regime that she does not hold", () => {
  test.each(regimes)(
    "a chief who holds all but %s",
    async (missing) => {
      await fc.assert(
        fc.asyncProperty(turn, async (part) => {
          expect(await house.tellApart({ role: "chief", regimes: others(missing), missing, turn: part })).toEqual([]);
        }),
        { numRuns: 1 },
      );
    },
    180_000,
  );

  test("an officer of any role who holds any of them", async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        expect(await house.tellApart(one)).toEqual([]);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 300_000);
});

test("whoever holds a regime is told of it, so that the world has something of each to be hidden", async () => {
  // Nobody at a post works in the regime of the house itself.
  for (const missing of regimes.filter((one) => one !== "internal")) {
    const its = allRoutes.filter(({ method, needs }) => method === "GET" && rights[needs as Right] === missing);
    const differences = await house.tellApart({ role: "chief", regimes, missing, turn: 0 }, its);
    expect(differences.filter((one) => !one.includes(": a bug")).length, missing).toBeGreaterThan(0);
  }
}, 120_000);

test("what everybody may read says the same to an officer who holds everything and to whoever is not signed in", async () => {
  // One address stays open as long as somebody looks.
  const open = allRoutes.filter(({ needs, url }) => needs === "anybody" && !url.endsWith("/thay-doi"));
  await house.desk.grant({ role: "chief", regimes });
  const { addresses, forms } = await walk(house.desk, open, stage.posts);
  const questions = [...addresses.map((url) => ({ url, fields: null })), ...forms.map((form) => sentFrom(form, form.fields)).filter(({ fields }) => fields === null)];
  expect(questions.length).toBeGreaterThan(100);
  const told = [];
  for (const question of questions) {
    const [one, other] = [await house.desk.ask(question, true), await house.desk.ask(question, false)];
    if (sayingOf(one, stage.references) !== sayingOf(other, stage.references)) told.push(question.url);
  }
  expect(told).toEqual([]);
}, 120_000);

describe("a regime that shows itself is seen", () => {
  const missing = "incidents";
  const copies = (): readonly Copy[] => [stage.whole, stage.without.get(missing) ?? stage.whole];
  /** The routes at which any part of what can be tried finds something. */
  const foundBy = async (opened: Opened, among?: typeof allRoutes): Promise<readonly string[]> => {
    const told: string[] = [];
    for (let part = 0; part < parts; part++) told.push(...(await opened.tellApart({ role: "chief", regimes: others(missing), missing, turn: part }, among)));
    return [...new Set(told.map((one) => one.split(": ")[0] ?? ""))].sort();
  };

  test("in every way in which a module can: a list, a count, an export, a search, a refusal, other words, one look more, a number", async () => {
    for (const copy of copies()) await openBackDoor(copy);
    const opened = await stage.open([...leaking, ...tight]);
    // The page of the search has nothing on it but its form.
    const ways = leaking.map(({ method, url }) => `${method} ${url}`).filter((way) => way !== "GET /can-bo/ro-ri/tim");
    try {
      expect(await foundBy(opened)).toEqual(ways.sort());
    } finally {
      await opened.close();
      for (const copy of copies()) await closeBackDoor(copy);
    }
  });

  test("where row security forgets the regimes of what she was told before she lost one", async () => {
    const hers = "commune_id = app_commune() and account_id = app_actor()";
    const sees = (what: string) => Promise.all(copies().map(({ ownerUrl }) => asOwner(ownerUrl, (owner) => owner.query(`alter policy alerts_own on alerts using (${what})`))));
    const list = allRoutes.filter(({ url }) => url === "/can-bo/tin-cua-toi");
    expect(await foundBy(house, list)).toEqual([]);
    await sees(hers);
    try {
      expect(await foundBy(house, list)).toEqual(["GET /can-bo/tin-cua-toi"]);
    } finally {
      await sees(`${hers} and regime = any (app_regimes())`);
    }
  });
});
