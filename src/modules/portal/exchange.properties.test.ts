import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/index.ts";
import { type Disk, disk } from "../../platform/drop-folder.ts";
import type { FiledDocument } from "./document.ts";
import { filed, openStage, type RoundOptions, type Stage } from "./exchange.stage.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

class Killed extends Error {}

/** A process that is killed at its nth step on the disk or its nth commit: that step is not done, or done and never known of; nothing follows. */
function dying({ step, after, commit }: Death): Pick<RoundOptions, "on" | "beforeCommit"> {
  let steps = 0;
  let commits = 0;
  let dead = false;
  const live = async (work: () => Promise<void>): Promise<void> => {
    if (dead) throw new Killed();
    const last = ++steps === step;
    if (last && !after) dead = true;
    if (!dead) await work();
    if (last) dead = true;
    if (dead) throw new Killed();
  };
  const on: Disk = { rename: (from, to) => live(() => disk.rename(from, to)), write: (path, text) => live(() => disk.write(path, text)) };
  const beforeCommit = (): void => {
    if (dead || ++commits === commit) {
      dead = true;
      throw new Killed();
    }
  };
  return { on, beforeCommit };
}

type Death = { readonly step: number; readonly after: boolean; readonly commit: number };
type Act = { readonly kind: "drop"; readonly which: number; readonly times: number } | { readonly kind: "rounds"; readonly deaths: readonly (Death | null)[] };

const death = fc.record({ step: fc.integer({ min: 1, max: 9 }), after: fc.boolean(), commit: fc.integer({ min: 1, max: 9 }) });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("drop" as const), which: fc.integer({ min: 0, max: 3 }), times: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant("rounds" as const), deaths: fc.array(fc.option(death), { minLength: 1, maxLength: 3 }) }),
);

async function perform(stage: Stage, documents: readonly FiledDocument[], acts: readonly Act[]): Promise<number> {
  let dropped = 0;
  for (const one of acts) {
    if (one.kind === "drop") {
      for (let i = 0; i < one.times; i++) await stage.drop(`file-${dropped++}.json`, documents[one.which] ?? {});
      continue;
    }
    // Workers at once, each of which may be killed on its way.
    const rounds = one.deaths.map((at) => stage.round(at === null ? {} : dying(at)));
    for (const result of await Promise.allSettled(rounds)) {
      if (result.status === "rejected" && !(result.reason instanceof Killed)) throw result.reason;
    }
  }
  return dropped;
}

async function dossiersOf(documents: readonly FiledDocument[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await world.asOwner((client) =>
    client.query<{ number: string; code: string }>(
      "select d.national_number as number, m.code from dossiers d join matters m on m.commune_id = d.commune_id and m.id = d.matter_id where d.national_number = any($1)",
      [documents.map((document) => document.nationalNumber)],
    ),
  );
  return new Map([...Map.groupBy(rows, (row) => row.number)].map(([number, found]) => [number, found.map(({ code }) => code)]));
}

test("whatever is killed, repeated or done by several at once: each file becomes one dossier, is kept once for each time it was sent, and is answered", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 7 }), async (acts) => {
      const stage = await openStage(world);
      try {
        const documents = [0, 1, 2, 3].map(() => filed());
        const dropped = await perform(stage, documents, acts);
        await stage.round();
        const sent = documents.filter((_, which) => acts.some((one) => one.kind === "drop" && one.which === which));
        const found = await dossiersOf(documents);
        expect([...found.keys()].sort()).toEqual(sent.map(({ nationalNumber }) => nationalNumber).sort());
        expect([...found.values()].every((codes) => codes.length === 1)).toBe(true);
        expect(await stage.names("done")).toHaveLength(dropped);
        expect([...(await stage.names("in")), ...(await stage.names("work")), ...(await stage.names("refused"))]).toEqual([]);
        const heard = await stage.heard();
        for (const { messageId, nationalNumber } of sent) {
          const code = found.get(nationalNumber)?.[0];
          expect(heard).toContainEqual(expect.objectContaining({ kind: "receipt", answers: messageId, outcome: "received", code }));
          expect(heard.filter((one) => one.kind === "status" && one.nationalNumber === nationalNumber)).toMatchObject([{ state: "received", code }]);
        }
      } finally {
        await stage.remove();
      }
    }),
    { numRuns: 40 },
  );
}, 180_000);

test("a refused file is refused once, with its reason, wherever the process was killed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(death), { minLength: 1, maxLength: 4 }), async (deaths) => {
      const stage = await openStage(world);
      try {
        await stage.drop("bad.json", filed({ case: "noSuchCase" }));
        for (const at of deaths) await stage.round(at === null ? {} : dying(at)).catch((error) => expect(error).toBeInstanceOf(Killed));
        await stage.round();
        const names = await stage.names("refused");
        expect(names.filter((name) => name.endsWith(".json"))).toHaveLength(1);
        expect(names.filter((name) => name.endsWith(".reason.txt"))).toHaveLength(1);
        expect((await stage.heard()).filter((one) => one.kind === "receipt")).toMatchObject([{ outcome: "refused", reasons: ["unknownCase"] }]);
      } finally {
        await stage.remove();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
