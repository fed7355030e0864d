import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { units } from "../../../test/world/cast.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { isComplete } from "../forms/index.ts";
import { getHeld } from "../preparation/index.ts";
import { preparingOf } from "../preparation/service/ask.ts";
import { readCast } from "./files.ts";
import { preparePreparations } from "./preparations.ts";
import { residentsOf } from "./residents.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("preparations wait at the counter under the codes that the notes for testers print: whole ones, and one to be asked on", async () => {
  const cast = readCast();
  const [post] = cast.posts;
  if (!post) throw new Error("no post");
  const place = { communeId: units.phuongSon.id, provinceId: units.bacNinh.id };
  const now = new Date("2026-11-25T10:05:00+07:00");
  await preparePreparations({ ownerUrl: world.ownerUrl, database: world.database, house: world.house, now, say: () => {} }, post.today, {
    place,
    residents: residentsOf(cast, post),
  });
  const notes = await readFile("db/seed/README.md", "utf8");
  const codes = [...notes.matchAll(/^\| `((?:\w{4}-){3}\w{4})` \| ([^(]*) \(/gm)].map((match) => [match[1] ?? "", match[2] ?? ""] as const);
  const found = await world.try(
    anybody,
    async (tx) => {
      const told = [];
      for (const [code, name] of codes) {
        const { content, row } = await getHeld(tx, code);
        const { declaration, answers, procedure } = preparingOf(tx, content);
        expect([answers["fullName"], row.finishedAt]).toEqual([name, now]);
        told.push([procedure.code, isComplete(declaration.questionnaire, answers)]);
      }
      return told;
    },
    now,
  );
  expect(found).toEqual([
    ["1.004194", true],
    ["1.010041", true],
    ["1.010038", false],
  ]);
});
