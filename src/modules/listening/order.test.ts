import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { cast, units } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { anybody } from "../../kernel/actor.ts";
import { days, evening, held, phuongSon, promised, word } from "./listening.stage.ts";
import { listOpinions, type OpinionRow, positionOf } from "./queries/opinions.ts";
import { listeningRoutes } from "./routes.ts";
import { report } from "./service/commitments.ts";
import { contestInPerson, getOpinion, writeFromHolder } from "./service/opinions.ts";
import { showHamlet } from "./service/public.ts";
import { answer, handIn } from "./service/take.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const son = as(cast.son);
const sent = (said: string, day: number): Promise<string> => world.commit(anybody, (tx) => handIn(tx, phuongSon, word({ said })), days(day));
const give = (ref: string, day: number) => world.commit(son, async (tx) => await answer(tx, (await getOpinion(tx, ref)).matter, { words: "Đã làm", onSpot: false }), days(day));

/** Everything, in pages of two. */
async function inPages(open: boolean, words: string): Promise<readonly string[]> {
  const seen: OpinionRow[] = [];
  for (let last: OpinionRow | undefined, more = true; more; ) {
    const after = last ? positionOf(last, open) : null;
    const rows = await world.try(son, (tx) => listOpinions(tx, phuongSon, { open, words, after, size: 2 }), days(9));
    seen.push(...rows);
    last = rows.at(-1);
    more = rows.length === 2;
  }
  return seen.map(({ said }) => said.slice(6));
}

test("open opinions stand by when they are due, the late ones first, also those with some words; all of them the newest first", async () => {
  const contested = await sent("Đường 1", 0);
  const answered = await sent("Đường 2", 1);
  for (const n of [3, 4, 5]) await sent(`Đường ${n}`, n - 1);
  const written = await sent("Đường 6", 5);
  await give(contested, 6);
  await give(answered, 6);
  await give(written, 6);
  // Open again with a term of its own: of all of them it is due last, though it was said first.
  await world.commit(son, (tx) => contestInPerson(tx, contested, "Chưa xong"), days(8));
  await world.commit(anybody, (tx) => writeFromHolder(tx, written, "Còn một chỗ"), days(8));
  for (const words of ["", "đường"]) {
    expect(await inPages(true, words)).toEqual(["3", "4", "5", "6", "1"]);
    expect(await inPages(false, words)).toEqual(["6", "5", "4", "3", "2", "1"]);
  }
});

test("promises that are still to be kept stand before those that were reported on: the nearest day first, there and on the page of the hamlet", async () => {
  const meeting = await held(world);
  const made = async (day: number): Promise<string> => await promised(world, meeting, `Hứa ngày ${day}`, `2026-12-${String(day).padStart(2, "0")}`);
  const byDay: Record<number, string> = {};
  for (const day of [19, 5, 28, 12, 8]) byDay[day] = await made(day);
  for (const [day, act] of [
    [28, "carryOut"],
    [8, "fail"],
  ] as const)
    await world.commit(son, (tx) => report(tx, byDay[day] ?? "", { version: 1, act, report: "Báo cáo" }), days(2));
  const inOrder = ["Hứa ngày 5", "Hứa ngày 12", "Hứa ngày 19", "Hứa ngày 28", "Hứa ngày 8"];
  expect((await world.try(anybody, (tx) => showHamlet(tx, units.kep.code), days(3))).promises.map(({ promise }) => promise)).toEqual(inOrder);
  const list = async (query: Record<string, string>) => pageOf(await ask(world, listeningRoutes, ["GET", "/can-bo/lang-nghe/cam-ket"], { actor: son, now: days(3), query })).html;
  const seen: string[] = [];
  // So many of each that the page turns among both.
  for (let n = 0; n < 60; n += 1) {
    const ref = await promised(world, meeting, `Việc ${n}`, "2026-12-30");
    if (n % 2 === 0) await world.commit(son, (tx) => report(tx, ref, { version: 1, act: "carryOut", report: "Xong" }), evening);
  }
  for (let query: Record<string, string> | null = {}; query !== null; ) {
    const html = await list(query);
    seen.push(...[...html.matchAll(/href="\/can-bo\/lang-nghe\/cam-ket\/[A-Z0-9]{16}">([^<]*)/g)].map(([, words]) => words ?? ""));
    const next: string | undefined = html.match(/sau=([^"&]+)/)?.[1];
    query = next === undefined ? null : { sau: next };
  }
  expect(new Set(seen).size).toBe(65);
  expect(seen).toHaveLength(65);
  expect(seen.filter((words) => words.startsWith("Hứa"))).toEqual(inOrder);
  expect(seen.slice(0, 33).every((words) => words.startsWith("Hứa") || Number(words.slice(5)) % 2 === 1)).toBe(true);
});
