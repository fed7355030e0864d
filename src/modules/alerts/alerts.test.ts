import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { form, said, unbuilt } from "../../../test/world/resident-server.ts";
import type { Actor } from "../../kernel/actor.ts";
import { alertOfficers } from "../../kernel/alerts.ts";
import { newBrowser } from "../../platform/channels/push-service.stage.ts";
import { makeHouseFrame } from "../../shell.ts";
import { makeServer } from "../../web/server.ts";
import { openTelling, type TellingWorld } from "../subscriptions/telling.stage.ts";
import { alertRoutes } from "./routes.tsx";
import { alertWords } from "./texts.ts";

let stage: TellingWorld;
let server: FastifyInstance;
let officer: Actor = as(cast.binh);
beforeAll(async () => {
  stage = await openTelling(at("2026-11-23T09:00:00"));
  server = await makeServer({
    database: stage.world.database,
    house: stage.house,
    routes: alertRoutes,
    findOfficer: async () => ({ actor: officer, name: officer.name, rank: "", role: "chief", unitId: cast.binh.unitId, unseen: 0 }),
    frame: makeHouseFrame(stage.house, unbuilt, () => []),
    assetsDir: process.cwd(),
    log: pino({ level: "silent" }),
    trustProxy: true,
    clock: () => stage.now,
  });
});
afterAll(async () => {
  await server.close();
  await stage.close();
});

const page = "/can-bo/tin-cua-toi";
const read = async (): Promise<string> => said((await server.inject({ url: page, cookies: { phien: "x" } })).body);
const send = (url: string, fields: Record<string, string> = {}) => server.inject(form(url, fields, { phien: "x" }));
const nearlyLate = (code: string) =>
  stage.run((tx) => alertOfficers(tx, { communeId: 3, right: "counter.assign", template: "work.nearlyLate", key: `nearlyLate:${code}`, facts: { code } }));

test("an alert stands on the page of the officer it is for and of nobody else, until he has seen it", async () => {
  expect(await nearlyLate("H05-1")).toBe(1);
  expect(await nearlyLate("H05-1")).toBe(0);
  expect(await read()).toMatch(/Hồ sơ H05-1 sắp đến hạn mà chưa xong\..*Mới/);
  officer = as(cast.minh);
  expect(await read()).toContain("Chưa có tin báo nào");
  const [row] = await stage.rows<{ id: number }>("select id from alerts");
  await send(`${page}/da-xem`, { id: String(row?.id) });
  officer = as(cast.binh);
  expect(await read()).toContain("Mới");
  await send(`${page}/da-xem`, { id: String(row?.id) });
  expect(await read()).not.toContain("Mới");
});

test("a device that was switched on is woken, one of an unknown service is refused, and switched off it stays silent", async () => {
  const device = newBrowser(stage.service, "ok");
  const strange = await send(`${page}/thiet-bi`, { ...device.address, endpoint: "https://127.0.0.1/x" });
  expect(strange.statusCode).toBe(422);
  expect(said(strange.body)).toContain("Chưa nhận ra dịch vụ báo tin");
  await stage.deliver();
  await send(`${page}/thiet-bi`, device.address);
  await nearlyLate("H05-2");
  expect(await stage.deliver()).toBe(1);
  const message = stage.service.messages.at(-1);
  if (!message) throw new Error("no message came");
  expect(JSON.parse(device.read(message))).toMatchObject({ body: "work.nearlyLate", url: page });
  const [row] = await stage.rows<{ id: number }>("select id from subscriptions where account_id = $1 and ended_at is null", [officer.id]);
  officer = as(cast.minh);
  await send(`${page}/thiet-bi/dung`, { id: String(row?.id) });
  officer = as(cast.binh);
  expect(await read()).toContain("Máy bật từ thứ Hai 23/11/2026, 09:00");
  await send(`${page}/thiet-bi/dung`, { id: String(row?.id) });
  await nearlyLate("H05-3");
  expect(await stage.deliver()).toBe(0);
});

test("on twenty devices and no more: one that is on already stays so, another is told what to do, and each can be switched off", async () => {
  officer = as(cast.son);
  const devices = Array.from({ length: 21 }, () => newBrowser(stage.service, "ok"));
  const answers = [];
  for (const device of devices) answers.push(await send(`${page}/thiet-bi`, device.address));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array.from({ length: 20 }, () => 303), 422]);
  expect(said(answers.at(-1)?.body ?? "")).toContain("Tin đã bật trên 20 máy rồi. Đồng chí tắt bớt máy không dùng nữa rồi bật lại.");
  expect((await send(`${page}/thiet-bi`, devices[0]?.address)).statusCode).toBe(303);
  const listed = await stage.rows<{ id: number }>("select id from subscriptions where account_id = $1 and ended_at is null", [officer.id]);
  expect(listed).toHaveLength(20);
  await send(`${page}/thiet-bi/dung`, { id: String(listed[0]?.id) });
  expect((await send(`${page}/thiet-bi`, devices[20]?.address)).statusCode).toBe(303);
});

test("a trial goes to whoever asks for it; an alert is told in the language of its reader, and one without words of its own in a plain sentence", async () => {
  officer = as(cast.minh);
  await send(`${page}/thu`);
  expect(await read()).toContain("Tin thử: máy này nhận được tin báo.");
  officer = as(cast.binh);
  expect(await read()).not.toContain("Tin thử: máy");
  expect(alertWords("work.nearlyLate", { code: "H1" }, "en")).toBe("Dossier H1 is nearly late and not done.");
  expect(alertWords("of.tomorrow", {}, "vi")).toBe("Có việc cần đồng chí xem.");
});
