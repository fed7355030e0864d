import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { officeServer } from "../../../test/world/office-server.ts";
import type { Day } from "../../base/day.ts";
import { newReference } from "../../kernel/reference.ts";
import type { TakenReport } from "./forms/report.ts";
import { report } from "./incidents.stage.ts";
import { verbsNow } from "./routes/report-props.ts";
import { incidentRoutes } from "./routes.ts";
import { receiveReport } from "./service/intake.ts";
import { getReport } from "./service/read.ts";
import { beginChecking, decide, extendTerm, keepAtPost, resume, speedUp } from "./service/work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const at = (text: string): Date => new Date(`${text}:00+07:00`);
const trang = as(cast.trang);
const binh = as(cast.binh);
const dueOf = async (given: Partial<TakenReport>, received: string, actor = trang): Promise<Date | null> =>
  await world.try(actor, async (tx) => (await receiveReport(tx, newReference(), report(given))).dueAt, at(received));

// Worked out by hand with a calendar: hours run on from the minute; a term of days begins the day after and ends with its last day.
test.each([
  { given: { urgent: true }, received: "2026-11-21T22:40", due: "2026-11-22T22:40", why: "24 hours over a Sunday" },
  { given: { urgent: true }, received: "2026-11-23T23:59", due: "2026-11-24T23:59", why: "24 hours over a holiday" },
  { given: { urgent: true }, received: "2026-12-31T18:05", due: "2027-01-01T18:05", why: "24 hours over New Year" },
  {
    given: { urgent: true, kind: "incident", nature: "accident" },
    received: "2026-11-20T08:00",
    due: "2026-11-21T08:00",
    why: "what is grave has its hours, whatever it is called",
  },
] as const)("hours run on at $received: $why", async ({ given, received, due }) => {
  expect(await dueOf(given, received)).toEqual(at(due));
});

test("far away the hours are forty-eight", async () => {
  expect(await dueOf({ urgent: true, hamletId: null }, "2026-11-20T17:30", as(cast.long))).toEqual(at("2026-11-22T17:30"));
});

test.each([
  { received: "2026-11-20T15:00", lastDay: "2026-11-27", why: "Friday to Friday" },
  { received: "2026-11-21T22:40", lastDay: "2026-11-28", why: "ends on a Saturday, and is not put off" },
  { received: "2026-11-22T00:05", lastDay: "2026-11-29", why: "ends on a Sunday, and is not put off" },
  { received: "2026-11-17T09:00", lastDay: "2026-11-24", why: "ends on a holiday, and is not put off" },
])("seven days at $received: $why", async ({ received, lastDay }) => {
  const due = await dueOf({}, received);
  // The end of the day is written as the first instant that is too late, or as its last minute: either way the day is the one.
  expect(due && new Date(due.getTime() - 1_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" })).toBe(lastDay);
});

test("what can be no crime has no term", async () => {
  expect(await dueOf({ kind: "incident", nature: "quarrel" }, "2026-11-20T15:00")).toBeNull();
  expect(await dueOf({ nature: "streetLight" }, "2026-11-20T15:00")).toBeNull();
});

test("a report that turns out grave falls under the hours since it was received, and one that was late already stays late", async () => {
  const ref = newReference();
  const received = at("2026-11-20T15:00");
  await world.commit(trang, (tx) => receiveReport(tx, ref, report()), received);
  await world.commit(trang, (tx) => speedUp(tx, ref, { version: 1, reason: "Người bị tố giác sắp trốn" }), at("2026-11-22T09:00"));
  const { matter, incident } = await world.try(trang, (tx) => getReport(tx, ref));
  expect([matter.dueAt, incident.track]).toEqual([at("2026-11-21T15:00"), "urgent"]);
});

test("the chief who may look into it himself has twenty days, and two times two months more", async () => {
  const ref = newReference();
  await world.commit(trang, (tx) => receiveReport(tx, ref, report()), at("2026-11-20T15:00"));
  await world.commit(trang, (tx) => beginChecking(tx, ref, { version: 1 }), at("2026-11-20T15:10"));
  await expect(world.commit(trang, (tx) => keepAtPost(tx, ref, { version: 2, reason: "Được phân công" }))).rejects.toMatchObject({ code: "notPermitted" });
  const later = at("2026-11-23T09:00");
  await expect(world.commit(binh, (tx) => extendTerm(tx, ref, { version: 2, reason: "Phức tạp" }), later)).rejects.toMatchObject({ code: "notNow" });
  await world.commit(binh, (tx) => keepAtPost(tx, ref, { version: 2, reason: "Quyết định phân công số 3" }), later);
  const due = async () => (await world.try(binh, (tx) => getReport(tx, ref))).matter.dueAt;
  const dayBefore = async () => new Date(((await due())?.getTime() ?? 0) - 1_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
  expect(await dayBefore()).toBe("2026-12-10");
  await world.commit(binh, (tx) => extendTerm(tx, ref, { version: 3, reason: "Chờ giám định" }), later);
  expect(await dayBefore()).toBe("2027-02-10");
  await world.commit(binh, (tx) => extendTerm(tx, ref, { version: 4, reason: "Chờ giám định lại" }), later);
  await expect(world.commit(binh, (tx) => extendTerm(tx, ref, { version: 5, reason: "Nữa" }), later)).rejects.toMatchObject({ code: "notNow" });
  const office = await officeServer(world, { routes: incidentRoutes, clock: () => later });
  const refused = await office.send(binh, `/can-bo/vu-viec/${ref}/lam/extend`, { version: "5", reason: "Nữa" });
  expect(refused).toMatchObject({ status: 422, said: expect.stringContaining("Đã gia hạn đủ số lần luật cho phép") });
  expect(refused.said).not.toContain("Có người vừa làm trước");
  await office.close();
});

test("no other term gives the investigator's two extensions anew", async () => {
  const ref = newReference();
  const later = at("2026-11-23T09:00");
  const reason = "Quyết định phân công số 4";
  await world.commit(trang, (tx) => receiveReport(tx, ref, report()), at("2026-11-20T15:00"));
  await world.commit(binh, (tx) => keepAtPost(tx, ref, { version: 1, reason }), later);
  await expect(world.commit(binh, (tx) => keepAtPost(tx, ref, { version: 2, reason }), later)).rejects.toMatchObject({ code: "notNow" });
  await world.commit(binh, (tx) => extendTerm(tx, ref, { version: 2, reason }), later);
  await world.commit(binh, (tx) => extendTerm(tx, ref, { version: 3, reason }), later);
  await expect(world.commit(trang, (tx) => speedUp(tx, ref, { version: 4, reason: "Hóa ra rất gấp" }), later)).rejects.toMatchObject({ code: "notNow" });
  const paper = { number: "07/QĐ-CAP", decidedOn: "2026-11-23" as Day, reason, told: null } as const;
  await world.commit(binh, (tx) => decide(tx, ref, { version: 4, outcome: "suspend", ...paper }), later);
  await world.commit(binh, (tx) => resume(tx, ref, { version: 5, reason }), later);
  await expect(world.commit(binh, (tx) => extendTerm(tx, ref, { version: 6, reason }), later)).rejects.toMatchObject({ code: "notNow" });
});

test("a crime kept at the post ends with a decision: its number and its day stand in the record, no term runs, and it goes on after a suspension", async () => {
  const received = at("2026-11-20T15:00");
  const later = at("2026-11-25T09:00");
  const office = await officeServer(world, { routes: incidentRoutes, clock: () => later });
  const kept = async () => {
    const ref = newReference();
    await world.commit(trang, (tx) => receiveReport(tx, ref, report()), received);
    await world.commit(binh, (tx) => keepAtPost(tx, ref, { version: 1, reason: "Được phân công" }), later);
    return ref;
  };
  const paper = { version: "2", number: "05/QĐ-CAP", decidedOn: "24/11/2026", reason: "Có dấu hiệu tội phạm" };
  const decide = (ref: string, fields: Record<string, string>, who = binh) => office.send(who, `/can-bo/vu-viec/${ref}/lam/decide`, { ...paper, ...fields });
  const stateOf = async (ref: string) => (await world.try(binh, (tx) => getReport(tx, ref))).matter;

  const notKept = newReference();
  await world.commit(trang, (tx) => receiveReport(tx, notKept, report()), received);
  await world.commit(trang, (tx) => beginChecking(tx, notKept, { version: 1 }), received);
  expect((await decide(notKept, { outcome: "decline" })).status, "what was not kept goes to whoever is competent").toBe(409);

  for (const [outcome, state] of [
    ["prosecute", "prosecuted"],
    ["decline", "declined"],
  ] as const) {
    const ref = await kept();
    expect((await decide(ref, { outcome }, trang)).status).toBe(403);
    for (const [field, wrong] of [
      ["decidedOn", "01/01/2020"],
      ["decidedOn", "26/11/2026"],
      ["number", "do anh Tư viết"],
      ["reason", ""],
      ["outcome", ""],
    ] as const) {
      expect((await decide(ref, { outcome, [field]: wrong })).status, `${field} ${wrong}`).toBe(422);
    }
    expect((await decide(ref, { outcome })).status).toBe(303);
    expect(await stateOf(ref)).toMatchObject({ state, outcome: state, settledAt: later, closedAt: later });
    expect((await office.read(binh, `/can-bo/vu-viec/${ref}`)).said).toContain("Số 05/QĐ-CAP, ngày 24/11/2026. Có dấu hiệu tội phạm");
    expect((await decide(ref, { outcome, version: "3" })).status, "decided is decided").toBe(409);
  }

  const waiting = await kept();
  expect((await decide(waiting, { outcome: "suspend" })).status).toBe(303);
  expect((await stateOf(waiting)).closedAt).toEqual(later);
  expect((await office.send(binh, `/can-bo/vu-viec/${waiting}/lam/resume`, { version: "3", reason: "Đã có kết luận giám định" })).status).toBe(303);
  expect(await stateOf(waiting)).toMatchObject({ state: "checking", closedAt: null, outcome: null, dueAt: new Date("2026-12-25T23:59:59+07:00") });
  expect((await decide(waiting, { outcome: "decline", version: "4" })).status).toBe(303);
  await office.close();
});

test("the term of hours is offered only to what neither has it nor lies with the investigator", async () => {
  const received = at("2026-11-20T15:00");
  const verbs = async (given: Partial<TakenReport>, keep = false) =>
    await world.try(
      binh,
      async (tx) => {
        const { publicRef } = await receiveReport(tx, newReference(), report(given));
        if (keep) await keepAtPost(tx, publicRef, { version: 1, reason: "Được phân công" });
        return verbsNow(tx, await getReport(tx, publicRef));
      },
      received,
    );
  expect(await verbs({})).toContain("speed");
  expect(await verbs({ urgent: true })).not.toContain("speed");
  expect(await verbs({}, true)).not.toContain("speed");
  expect(await verbs({}, true)).toContain("decide");
  expect(await verbs({ nature: "streetLight" })).not.toContain("keepHere");
});
