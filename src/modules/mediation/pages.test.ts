import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, pageOf } from "../../../test/world/ask.ts";
import { openWorld, type World } from "../../../test/world/index.ts";
import { dayOf } from "../../base/day.ts";
import { anybody } from "../../kernel/actor.ts";
import { exclusionsOn } from "./law.ts";
import { at, binh, son, stage } from "./mediation.stage.ts";
import { mediationRoutes } from "./routes.ts";
import { endDispute } from "./service/close.ts";

let world: World;
let on: ReturnType<typeof stage>;
beforeAll(async () => {
  world = await openWorld();
  on = stage(world);
});
afterAll(() => world.close());

const now = at("2026-11-19T22:00");
const typed = { heldOn: "19/11/2026", heldTime: "19:30", openness: "private", told: "Hai bên hẹn nhau ra đo lại bờ ruộng." };
const send = async (ref: string, version: number) =>
  pageOf(await ask(world, mediationRoutes, ["POST", "/can-bo/hoa-giai/:ref/buoi"], { actor: son, now, params: { ref }, body: { ...typed, version: String(version) } }));

test("a session that was written while another officer wrote stands in its open form, to be sent again", async () => {
  const ref = await on.record();
  await on.assign(ref, [await on.team()]);
  const version = await on.versionOf(ref);
  await on.meet(ref);
  const { status, html } = await send(ref, version);
  expect(status).toBe(409);
  expect(html).toMatch(/<details class="verb-with-reason" open>(?:(?!<\/details>).)*Hai bên hẹn nhau ra đo lại bờ ruộng\./s);
  expect(html).toMatch(/name="heldTime"[^>]*value="19:30"|value="19:30"[^>]*name="heldTime"/);
});

test("one whose dispute another officer has ended meanwhile still shows what was typed", async () => {
  const ref = await on.record({ spot: "Ngõ 9" });
  await on.assign(ref, [await on.team(7, "Giáp Văn Thân")]);
  await on.meet(ref);
  const version = await on.versionOf(ref);
  await world.commit(son, (tx) => endDispute(tx, ref, { version, ending: "agreed", agreement: "Chia đôi.", visitOn: null }), now);
  const { status, html } = await send(ref, version);
  expect(status).toBe(409);
  expect(html).not.toContain('name="told"');
  expect(html).toMatch(/Chữ vừa gõ, chưa được ghi.*Hai bên hẹn nhau ra đo lại bờ ruộng\./s);
});

test("anybody reads how to ask for mediation, and of everything that is not mediated where to go; nothing of any dispute", async () => {
  const ref = await on.record({ spot: "Ngõ 99 Đồi Hồng" });
  const { status, html } = pageOf(await ask(world, mediationRoutes, ["GET", "/hoa-giai"], { actor: anybody, now, params: {} }));
  expect(status).toBe(200);
  expect(html).toContain("trong 3 ngày");
  const rules = exclusionsOn(world.house.mediationRules, dayOf(now));
  expect(rules.length).toBeGreaterThan(3);
  for (const { name, goTo } of rules) expect([html.includes(name.vi), html.includes(goTo.vi)], name.vi).toEqual([true, true]);
  expect(html).not.toMatch(new RegExp(`Đồi Hồng|${ref}`));
});

test("what was written in lines is shown in lines, and a hamlet without a team of its own is told so", async () => {
  const ref = await on.record({ spot: "Ngõ 10", hamletId: 6, told: "Dòng một.\nDòng hai." });
  await on.team(7, "Giáp Văn Thụ");
  const page = async (of: string) => pageOf(await ask(world, mediationRoutes, ["GET", "/can-bo/hoa-giai/:ref"], { actor: binh, now, params: { ref: of } })).html;
  const html = await page(ref);
  expect(html).toMatch(/class="as-written">Dòng một\.\nDòng hai\./);
  expect(html).toContain("Thôn, tổ này chưa ghi tổ hòa giải");
  expect(await page(await on.record({ spot: "Ngõ 11" }))).not.toContain("Thôn, tổ này chưa ghi tổ hòa giải");
});

test("Enter in the form of a dispute records it, and a person more puts the cursor into her name", async () => {
  const page = async (body: Record<string, string> | null) =>
    pageOf(await ask(world, mediationRoutes, [body === null ? "GET" : "POST", "/can-bo/hoa-giai/moi"], { actor: son, now, params: {}, ...(body === null ? {} : { body }) })).html;
  const fresh = await page(null);
  expect(fresh.match(/<button[^>]*type="submit"[^>]*>/)?.[0]).toContain('value="save"');
  expect(fresh.match(/<[a-z]+[^>]* autofocus[^>]*>/g)).toEqual([expect.stringContaining('name="kind"')]);
  const more = await page({ act: "more", rows: "2", partyName1: "Nông Văn Khoái" });
  expect(more.match(/<[a-z]+[^>]* autofocus[^>]*>/g)).toEqual([expect.stringContaining('name="partyName3"')]);
});
