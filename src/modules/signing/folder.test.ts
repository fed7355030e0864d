import { fork } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { addDeputy, proposalOf, propose, see } from "../../../test/world/folder.ts";
import { as, friday, openWorld, type World } from "../../../test/world/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { proposeResult, sendBack } from "../procedures/service/work.ts";
import { doEach } from "./service/batch.ts";
import { type Done, noteSeen, readFolder, signSeen } from "./service/folder.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const binh = as(cast.binh);
const bugs: unknown[] = [];

/** Signs as the page does: each in a transaction of its own. */
const signAll = (actor: Actor, refs: readonly string[]): Promise<readonly Done[]> =>
  doEach({ apart: (work) => world.commit(actor, work), report: (error) => `bug ${bugs.push(error)}` }, refs, signSeen);
const refsOf = (matters: readonly { readonly publicRef: string }[]): readonly string[] => matters.map(({ publicRef }) => publicRef);
const outcomes = (done: readonly Done[]): readonly string[] => done.map(({ outcome }) => outcome);

async function papersOf(ids: readonly number[]): Promise<readonly { matter_id: string; number: number; files: number }[]> {
  const { rows } = await world.asOwner((owner) =>
    owner.query(
      `select p.matter_id, p.number, (select count(*)::int from paper_files f where f.commune_id = p.commune_id and f.paper_id = p.id) as files
       from papers p where p.matter_id = any($1) order by p.number`,
      [ids],
    ),
  );
  return rows;
}

test("only what was seen as it stands is signed; what changed afterwards must be seen again", async () => {
  const [one, two, three] = await propose(world, minh, 3);
  if (!one || !two || !three) throw new Error("three were proposed");
  await see(world, binh, [one, two]);
  await world.commit(binh, (tx) => sendBack(tx, two.publicRef, { version: 2, note: "Sửa câu kết quả" }));
  await world.commit(minh, (tx) => proposeResult(tx, two.publicRef, { version: 3, proposal: proposalOf("Câu khác.") }));
  const { rows } = await world.try(binh, (tx) => readFolder(tx, { after: null, size: 10 }));
  expect(rows.map((row) => [row.publicRef, row.version, row.seenVersion])).toEqual([
    [one.publicRef, 2, 2],
    [two.publicRef, 4, 2],
    [three.publicRef, 2, null],
  ]);
  expect(outcomes(await signAll(binh, refsOf([one, two, three])))).toEqual(["signed", "changed", "notSeen"]);
  await see(world, binh, [two]);
  expect(outcomes(await signAll(binh, refsOf([one, two, three])))).toEqual(["already", "signed", "notSeen"]);
  expect(await papersOf([one.id, two.id, three.id])).toHaveLength(2);
});

test("a person whose name is mended under the same version is a change too", async () => {
  const [one] = await propose(world, minh, 1);
  if (!one) throw new Error("one was proposed");
  await see(world, binh, [one]);
  await world.asOwner((owner) => owner.query("update people set full_name = 'Hoàng Thị Ngà' where id = (select person_id from dossiers where matter_id = $1)", [one.id]));
  expect(outcomes(await signAll(binh, [one.publicRef]))).toEqual(["changed"]);
  await world.asOwner((owner) => owner.query("update people set full_name = 'Hoàng Thị Nga' where id = (select person_id from dossiers where matter_id = $1)", [one.id]));
  expect(outcomes(await signAll(binh, [one.publicRef]))).toEqual(["signed"]);
});

test("what was shown and has changed is not noted as seen", async () => {
  const [one] = await propose(world, minh, 1);
  if (!one) throw new Error("one was proposed");
  await expect(world.commit(binh, (tx) => noteSeen(tx, one.publicRef, { version: 2, digest: Buffer.alloc(32) }))).rejects.toMatchObject({ code: "changedMeanwhile" });
  await expect(see(world, minh, [one])).rejects.toMatchObject({ code: "notPermitted" });
});

test("one that fails undoes none of the others, and says its number", async () => {
  const matters = await propose(world, minh, 3);
  await see(world, binh, matters);
  const broken = matters[1]?.publicRef ?? "";
  const { signerOf } = world.house;
  let turn = 0;
  Object.assign(world.house, { signerOf: async (who: never) => (++turn === 2 ? Promise.reject(new Error("the token is gone")) : await signerOf(who)) });
  try {
    expect(outcomes(await signAll(binh, refsOf(matters)))).toEqual(["signed", "failed", "signed"]);
  } finally {
    Object.assign(world.house, { signerOf });
  }
  expect(String(bugs.at(-1))).toContain("the token is gone");
  const numbers = (await papersOf(matters.map(({ id }) => id))).map(({ number }) => number);
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  expect(outcomes(await signAll(binh, [broken]))).toEqual(["signed"]);
});

test("chief and deputy sign one batch of forty at once: each paper once, numbers without gaps, quickly", async () => {
  const deputy = await addDeputy(world);
  const matters = await propose(world, minh, 40);
  await see(world, binh, matters);
  await see(world, deputy, matters);
  const began = performance.now();
  const [one, two] = await Promise.all([signAll(binh, refsOf(matters)), signAll(deputy, refsOf(matters).toReversed())]);
  const seconds = (performance.now() - began) / 1_000;
  const together = [...outcomes(one), ...outcomes(two)];
  expect(together.filter((outcome) => outcome === "signed")).toHaveLength(40);
  expect(together.filter((outcome) => outcome === "already")).toHaveLength(40);
  const papers = await papersOf(matters.map(({ id }) => id));
  expect(new Set(papers.map((paper) => paper.matter_id)).size).toBe(40);
  expect(papers.every((paper) => paper.files === 1)).toBe(true);
  const first = papers[0]?.number ?? 0;
  expect(papers.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, i) => first + i));
  // Some three seconds on a machine that does other things too; a minute would be a fault.
  expect(seconds).toBeLessThan(30);
});

test("killed in the middle, each dossier is in one declared state with all its papers, and the rest can be signed", async () => {
  const matters = await propose(world, minh, 6);
  await see(world, binh, matters);
  const { loginUrl, keysDir } = world;
  const task = { loginUrl, keysDir, now: friday.toISOString(), refs: refsOf(matters), hangAt: 3, actor: { id: cast.binh.id, name: cast.binh.name } };
  const child = fork("test/world/run-child.js", ["test/world/sign-child.ts", JSON.stringify(task)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise<void>((hangs, failed) => {
    child.once("message", () => hangs());
    child.once("exit", (code) => failed(new Error(`the child ended with ${code}`)));
  });
  child.kill("SIGKILL");
  await new Promise((gone) => child.once("close", gone));
  const states = async (): Promise<readonly string[]> => {
    const { rows } = await world.asOwner((owner) => owner.query("select state from matters where id = any($1) order by id", [matters.map(({ id }) => id)]));
    return rows.map((row) => row.state);
  };
  expect(await states()).toEqual(["signed", "signed", "signed", "toSign", "toSign", "toSign"]);
  const before = await papersOf(matters.map(({ id }) => id));
  expect(before.map((paper) => paper.files)).toEqual([1, 1, 1]);
  expect(outcomes(await signAll(binh, refsOf(matters)))).toEqual(["already", "already", "already", "signed", "signed", "signed"]);
  expect(await states()).toEqual(Array.from({ length: 6 }, () => "signed"));
  const numbers = (await papersOf(matters.map(({ id }) => id))).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 6 }, (_, i) => (numbers[0] ?? 0) + i));
});

test("a clerk sees no folder, and a neighbour's chief none of this one", async () => {
  await expect(world.try(minh, (tx) => readFolder(tx, { after: null, size: 10 }))).rejects.toMatchObject({ code: "notPermitted" });
  const [one] = await propose(world, minh, 1);
  await expect(world.try(as(cast.long), (tx) => signSeen(tx, one?.publicRef ?? ""))).rejects.toMatchObject({ code: "notFound" });
  const mine = await world.try(as(cast.long), (tx) => readFolder(tx, { after: null, size: 10 }));
  expect(mine.rows).toEqual([]);
});
