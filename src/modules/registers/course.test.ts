import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive } from "../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { holdWork, releaseWork } from "../procedures/index.ts";
import { verbs } from "./books.stage.ts";
import { type Party, readCourse } from "./service/course.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const who = (party: Party): string => (party.kind === "officer" ? party.name : party.kind);

test("each step has from whom, to whom, from when to when, and whether it was in time", async () => {
  let dossier = await receive(world, {}, at("2026-11-23T08:00:00"));
  for (const [verb, when] of [
    ["assign", "2026-11-23T09:00:00"],
    ["start", "2026-11-23T10:00:00"],
    ["ask", "2026-11-23T11:00:00"],
    ["resume", "2026-11-30T08:00:00"],
    ["propose", "2026-11-30T09:00:00"],
    ["back", "2026-11-30T10:00:00"],
    ["propose", "2026-12-21T09:00:00"],
    ["sign", "2026-12-22T10:00:00"],
  ] as const)
    dossier = await verbs[verb](world, dossier, at(when));
  const ready = await world.try(minh, (tx) => readCourse(tx, dossier.publicRef), at("2026-12-30T08:00:00"));
  expect(ready.steps.map((step) => [step.action, who(step.handedBy), who(step.receivedBy), step.standing])).toEqual([
    ["open", "resident", cast.minh.name, "onTime"],
    ["assign", cast.binh.name, cast.son.name, "onTime"],
    ["start", cast.son.name, cast.son.name, "onTime"],
    ["askSupplement", cast.son.name, "resident", "notCounted"],
    ["resume", "resident", cast.minh.name, "onTime"],
    ["propose", cast.son.name, cast.binh.name, "onTime"],
    ["sendBack", cast.binh.name, cast.son.name, "late"],
    ["propose", cast.son.name, cast.binh.name, "late"],
    ["sign", cast.binh.name, "counter", "notCounted"],
  ]);
  // Each step begins where the one before it ends: nothing of the dossier's time is lost or told twice.
  expect(ready.steps.map((step) => step.to)).toEqual([...ready.steps.slice(1).map((step) => step.from), null]);
  await verbs.giveOther(world, dossier, at("2026-12-30T09:00:00"));
  const { steps } = await world.try(minh, (tx) => readCourse(tx, dossier.publicRef), at("2026-12-31T08:00:00"));
  expect(steps.slice(-2).map((step) => [who(step.handedBy), who(step.receivedBy)])).toEqual([
    [cast.binh.name, cast.minh.name],
    [cast.minh.name, "authorised"],
  ]);
});

test("an apology, a pause for another authority and a stop are told with who had it and whether it counted", async () => {
  let dossier = await receive(world, { procedureCode: "1.004194", caseId: "standard" }, at("2026-11-23T08:00:00"));
  dossier = await verbs.start(world, dossier, at("2026-11-23T09:00:00"));
  dossier = await world.commit(as(cast.son), (tx) => holdWork(tx, dossier.publicRef, { version: dossier.version, key: "otherAuthority-1" }), at("2026-11-23T10:00:00"));
  dossier = await world.commit(minh, (tx) => releaseWork(tx, dossier.publicRef, { version: dossier.version }), at("2026-11-26T10:00:00"));
  dossier = await verbs.apologise(world, dossier, at("2026-11-27T10:00:00"));
  await verbs.stop(world, dossier, at("2026-12-01T10:00:00"));
  const { steps } = await world.try(minh, (tx) => readCourse(tx, dossier.publicRef), at("2026-12-02T08:00:00"));
  expect(steps.map((step) => [step.action, who(step.handedBy), who(step.receivedBy), step.standing])).toEqual([
    ["open", "resident", cast.minh.name, "onTime"],
    ["start", cast.minh.name, cast.son.name, "onTime"],
    ["hold", cast.son.name, "authority", "notCounted"],
    ["release", "authority", cast.minh.name, "onTime"],
    ["apologise", cast.binh.name, cast.binh.name, "onTime"],
    ["stop", cast.binh.name, "resident", "notCounted"],
  ]);
});

test("a pause for the fee is with the resident who has to pay it", async () => {
  const dossier = await receive(world, { procedureCode: "1.004194", caseId: "standard" }, at("2026-11-23T08:00:00"));
  await world.commit(minh, (tx) => holdWork(tx, dossier.publicRef, { version: dossier.version, key: "financialDuty" }), at("2026-11-23T10:00:00"));
  const { steps } = await world.try(minh, (tx) => readCourse(tx, dossier.publicRef), at("2026-11-24T08:00:00"));
  expect(steps.map((step) => [step.action, who(step.receivedBy)])).toEqual([
    ["open", cast.minh.name],
    ["hold", "resident"],
  ]);
  const { facts } = await world.try(minh, (tx) =>
    tx.db.selectFrom("timeline").select("facts").where("matterId", "=", dossier.id).where("action", "=", "hold").executeTakeFirstOrThrow(),
  );
  expect(facts).toMatchObject({ reason: "financialDuty", occasion: "fee" });
});

test("a step that lasts is late as soon as its due instant has passed", async () => {
  const { publicRef, dueAt } = await receive(world, {}, at("2026-11-20T15:02:00"));
  const due = dueAt as Date;
  const standingAt = async (now: Date) => (await world.try(minh, (tx) => readCourse(tx, publicRef), now)).steps[0]?.standing;
  expect(await standingAt(due)).toBe("running");
  expect(await standingAt(new Date(due.getTime() + 1))).toBe("late");
});

test("another post finds no such dossier", async () => {
  const { publicRef } = await receive(world);
  await expect(world.try(as(cast.hanh), (tx) => readCourse(tx, publicRef))).rejects.toMatchObject({ code: "notFound" });
});
