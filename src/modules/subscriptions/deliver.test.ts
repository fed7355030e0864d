import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { as } from "../../../test/world/index.ts";
import { alertOfficers } from "../../kernel/alerts.ts";
import type { Matter } from "../../kernel/matter.ts";
import { inTx } from "../../kernel/tx.ts";
import type { Mailer } from "../../platform/channels/mail.ts";
import { smtpMailer } from "../../platform/channels/mail.ts";
import { headerOf, wordsOf } from "../../platform/channels/post-office.stage.ts";
import { newBrowser } from "../../platform/channels/push-service.stage.ts";
import { deliverDue, newRest } from "./service/deliver.ts";
import { addOwnDevice, askByPush, confirmByRef, stopByRef } from "./service/subscribe.ts";
import { openTelling, refIn, type TellingWorld, wording } from "./telling.stage.ts";

let stage: TellingWorld;
beforeAll(async () => {
  stage = await openTelling(at("2026-11-23T09:00:00"));
});
afterAll(() => stage.close());
beforeEach(() => {
  // Every story of this file has a day of its own, so that none meets another's limits or retries.
  stage.now = new Date(stage.now.getTime() + 20 * 86_400_000);
});

const minutes = (count: number): void => {
  stage.now = new Date(stage.now.getTime() + count * 60_000);
};
const lettersTo = (email: string) => stage.office.letters.filter(({ to }) => to === email);
const states = (matter: Matter) =>
  stage.rows<{ key: string; attempts: number; last_error: string | null; sent: boolean; given_up: boolean }>(
    "select key, attempts, last_error, sent_at is not null as sent, gave_up_at is not null as given_up from deliveries where matter_id = $1 order by id",
    [matter.id],
  );

/** A dossier whose resident confirmed her address, and whose result is signed but not yet told. */
async function told(email: string, ...more: readonly string[]): Promise<Matter> {
  const matter = await receive(stage.world, {}, at("2026-11-23T09:00:00"));
  for (const one of [email, ...more]) expect(await stage.wish(matter, one)).toBe("asked");
  await stage.rows("update subscriptions set confirmed_at = started_at where matter_id = $1", [matter.id]);
  await sign(stage.world, matter, { now: at("2026-11-23T10:00:00") });
  return matter;
}

test("nothing but the request to confirm goes to an address before it is confirmed, and that names no dossier", async () => {
  const matter = await receive(stage.world, {}, at("2026-11-23T09:00:00"));
  await stage.wish(matter, "hoa@thu.example");
  await sign(stage.world, matter, { now: at("2026-11-23T10:00:00") });
  await stage.deliver();
  const [request, ...others] = lettersTo("hoa@thu.example");
  if (!request) throw new Error("no letter came");
  expect(others).toEqual([]);
  expect(request.raw).not.toContain(matter.code);
  expect(wordsOf(request)).toContain("Công an phường Phượng Sơn");
  expect(wordsOf(request)).not.toContain(matter.code);
  expect(wordsOf(request)).not.toContain(matter.publicRef);
});

test("who confirmed is told of what comes after, once, with a link to the look-up page and not to the dossier", async () => {
  const matter = await receive(stage.world, {}, at("2026-11-23T09:00:00"));
  await stage.wish(matter, "lan@thu.example");
  expect(await stage.deliver()).toBe(1);
  const ref = refIn(wordsOf(lettersTo("lan@thu.example")[0] ?? { to: "", raw: "" }));
  expect(await stage.asAnybody((tx) => confirmByRef(tx, ref))).toBe("confirmed");
  await sign(stage.world, matter, { now: at("2026-11-23T10:00:00") });
  expect(await stage.deliver()).toBe(1);
  expect(await stage.deliver()).toBe(0);
  const [, letter] = lettersTo("lan@thu.example");
  if (!letter) throw new Error("no letter came");
  expect(headerOf(letter, "Subject")).toBe(`Gần Dân: hồ sơ ${matter.code} có tin mới`);
  const words = wordsOf(letter);
  expect(words).toContain(`Hồ sơ ${matter.code} đã xong`);
  expect(words).toContain("http://localhost:3000/tra-cuu\n");
  expect(words).not.toContain(matter.publicRef);
  expect(words).not.toMatch(/<img|style=|src=/);
  expect(headerOf(letter, "List-Unsubscribe")).toContain(`/bao-tin/dung/${ref}`);
});

test("a phone that asked is told, in words that only it can read", async () => {
  const matter = await receive(stage.world, {}, at("2026-11-23T09:00:00"));
  const browser = newBrowser(stage.service, "ok");
  expect(await stage.asResident(matter, (tx) => askByPush(tx, matter, { address: browser.address, lang: "en" }))).toBe("started");
  expect(await stage.asResident(matter, (tx) => askByPush(tx, matter, { address: browser.address, lang: "en" }))).toBe("already");
  await sign(stage.world, matter, { now: at("2026-11-23T10:00:00") });
  expect(await stage.deliver()).toBe(1);
  const message = stage.service.messages.at(-1);
  if (!message) throw new Error("no message came");
  expect(JSON.parse(browser.read(message))).toMatchObject({
    title: `Dossier ${matter.code}`,
    body: `Dossier ${matter.code} is ready. Please fetch it with your slip.`,
    url: "/tra-cuu",
    lang: "en",
  });
});

test("one address that fails holds up no other", async () => {
  const matter = await told("hang@thu.example", "busy@thu.example", "gone@thu.example", "good@thu.example");
  expect(await stage.deliver()).toBe(1);
  expect(lettersTo("good@thu.example")).toHaveLength(1);
  expect((await states(matter)).map(({ last_error, sent, given_up }) => ({ last_error, sent, given_up }))).toEqual([
    { last_error: "timeout", sent: false, given_up: false },
    { last_error: "busy", sent: false, given_up: false },
    { last_error: "gone", sent: false, given_up: true },
    { last_error: null, sent: true, given_up: false },
  ]);
});

test("an address that is refused for good ends its subscription by itself, and is erased", async () => {
  const matter = await told("gone@thu.example", "full@thu.example");
  await stage.deliver();
  const rows = await stage.rows("select end_reason, address_sealed, address_hash from subscriptions where matter_id = $1 order by id", [matter.id]);
  expect(rows[0]).toEqual({ end_reason: "gone", address_sealed: null, address_hash: null });
  expect(rows[1]).toMatchObject({ end_reason: null, address_sealed: expect.anything() });
});

test("what is refused for now is tried again, each time later, and given up in the end", async () => {
  const matter = await told("busy@thu.example");
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt++) {
    await stage.deliver();
    const [row] = await stage.rows<{ attempts: number; wait: number; given_up: boolean }>(
      "select attempts, round(extract(epoch from next_at - $2::timestamptz) / 60)::int as wait, gave_up_at is not null as given_up from deliveries where matter_id = $1",
      [matter.id, stage.now],
    );
    expect(row?.attempts).toBe(attempt);
    if (row?.given_up) break;
    waits.push(row?.wait ?? 0);
    expect(await stage.deliver()).toBe(0);
    minutes((row?.wait ?? 0) + 1);
  }
  expect(waits).toEqual([1, 5, 30, 120, 360, 720]);
  expect(await states(matter)).toMatchObject([{ attempts: 7, last_error: "busy", given_up: true }]);
});

test("a push service that asks for patience is given it; a browser that is gone is forgotten", async () => {
  const matter = await receive(stage.world, {}, at("2026-11-23T09:00:00"));
  for (const does of ["busy", "gone"]) await stage.asResident(matter, (tx) => askByPush(tx, matter, { address: newBrowser(stage.service, does).address, lang: "vi" }));
  await sign(stage.world, matter, { now: at("2026-11-23T10:00:00") });
  await stage.deliver();
  const rows = await stage.rows(
    "select d.last_error, round(extract(epoch from d.next_at - $2::timestamptz) / 60)::int as wait, s.end_reason from deliveries d join subscriptions s on s.commune_id = d.commune_id and s.id = d.subscription_id where d.matter_id = $1 order by d.id",
    [matter.id, stage.now],
  );
  expect(rows).toMatchObject([
    { last_error: "busy", wait: 15, end_reason: null },
    { last_error: "gone", end_reason: "gone" },
  ]);
});

test("killed between sending and noting, a letter comes once more under the same mark, and no third time", async () => {
  await told("twice@thu.example");
  const run = stage.run;
  // The process dies right after the server took the letter: no transaction begins any more.
  stage.run = async (work) => {
    if (lettersTo("twice@thu.example").length > 0) throw new Error("killed");
    return await run(work);
  };
  await expect(stage.deliver()).rejects.toThrow("killed");
  stage.run = run;
  expect(await stage.deliver()).toBe(0);
  minutes(6);
  expect(await stage.deliver()).toBe(1);
  minutes(6);
  expect(await stage.deliver()).toBe(0);
  const marks = lettersTo("twice@thu.example").map((letter) => headerOf(letter, "Message-ID"));
  expect(marks).toHaveLength(2);
  expect(new Set(marks).size).toBe(1);
  expect(marks[0]).toMatch(/^<[0-9a-f]{40}@thu\.example>$/);
});

test("a line that breaks after the letter was taken: it comes again under the same mark", async () => {
  await told("cut@thu.example");
  await stage.deliver();
  minutes(2);
  await stage.deliver();
  const marks = lettersTo("cut@thu.example").map((letter) => headerOf(letter, "Message-ID"));
  expect(marks).toHaveLength(2);
  expect(new Set(marks).size).toBe(1);
});

test("workers that empty the outbox at the same time send each letter once", async () => {
  const matters = await Promise.all(["a1", "a2", "a3", "a4", "a5", "a6"].map((name) => told(`${name}@thu.example`)));
  const sent = await Promise.all([1, 2, 3, 4].map(() => stage.deliver()));
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(matters.length);
  for (const name of ["a1", "a2", "a3", "a4", "a5", "a6"]) expect(lettersTo(`${name}@thu.example`)).toHaveLength(1);
});

test("no lock is held while a server takes its time: the same dossier can be worked on meanwhile", async () => {
  const matter = await told("hang@thu.example");
  const delivering = stage.deliver();
  while (stage.office.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const started = performance.now();
  await stage.rows("update deliveries set last_error = last_error where matter_id = $1", [matter.id]);
  await stage.rows("update notices set attempts = attempts where matter_id = $1", [matter.id]);
  expect(performance.now() - started).toBeLessThan(500);
  await delivering;
});

test("a server that cannot be reached is left alone for a while, and what was not tried counts as no attempt", async () => {
  const matters = await Promise.all(Array.from({ length: 9 }, (_, i) => told(`far${i}@thu.example`)));
  const rest = newRest();
  const silent = { ...stage.house, channels: { ...stage.house.channels, mail: smtpMailer({ url: "smtp://127.0.0.1:1", from: "tin@thu.example" }) } };
  const run: TellingWorld["run"] = (work) => stage.run((tx) => work({ ...tx, house: silent }));
  const troubles: string[] = [];
  expect(await deliverDue(run, { wording, rest, onTrouble: (channel) => troubles.push(channel) })).toBe(0);
  expect(troubles).toEqual(["email"]);
  const rows = (await Promise.all(matters.map(states))).flat();
  const tried = rows.filter(({ attempts }) => attempts > 0);
  expect(tried.length).toBeGreaterThanOrEqual(2);
  expect(tried.length).toBeLessThanOrEqual(6);
  expect(rows.filter(({ attempts }) => attempts === 0)).toHaveLength(rows.length - tried.length);
  // Still resting: another commune would not wait for it either. A minute later all is well and all is told.
  expect(await stage.deliver(rest)).toBe(0);
  minutes(6);
  expect(await stage.deliver(rest)).toBe(9);
});

test("without a server for letters they wait, for so many days and no longer", async () => {
  const matter = await told("wait@thu.example");
  const none = { ...stage.house, channels: { ...stage.house.channels, mail: null } };
  const run: TellingWorld["run"] = (work) => stage.run((tx) => work({ ...tx, house: none }));
  expect(await deliverDue(run, { wording, rest: newRest() })).toBe(0);
  expect(await states(matter)).toMatchObject([{ attempts: 0, sent: false, given_up: false }]);
  minutes(8 * 24 * 60);
  await deliverDue(run, { wording, rest: newRest() });
  expect(await states(matter)).toMatchObject([{ attempts: 0, last_error: "expired", given_up: true }]);
});

test("who stopped meanwhile gets nothing any more", async () => {
  const matter = await told("stop@thu.example");
  const [row] = await stage.rows<{ ref: string }>("select ref from subscriptions where matter_id = $1", [matter.id]);
  expect(await stage.asAnybody((tx) => stopByRef(tx, row?.ref ?? ""))).toBe("ended");
  expect(await stage.deliver()).toBe(0);
  expect(lettersTo("stop@thu.example")).toEqual([]);
});

test("an officer's device is woken by his alert, and nobody else's is", async () => {
  const [minh, binh] = [newBrowser(stage.service, "ok"), newBrowser(stage.service, "ok")];
  const asOfficer = <T>(member: typeof cast.minh | typeof cast.binh, work: Parameters<typeof inTx<T>>[2]) =>
    inTx(stage.world.database, { house: stage.house, actor: as(member), now: stage.now }, work);
  expect(await asOfficer(cast.minh, (tx) => addOwnDevice(tx, { address: minh.address, lang: "vi" }))).toBe("started");
  expect(await asOfficer(cast.binh, (tx) => addOwnDevice(tx, { address: binh.address, lang: "vi" }))).toBe("started");
  const before = stage.service.messages.length;
  await stage.run((tx) => alertOfficers(tx, { communeId: 3, right: "counter.sign", template: "work.late", key: "late:1", facts: { code: "H1" } }));
  expect(await stage.deliver()).toBe(1);
  const [message, ...others] = stage.service.messages.slice(before);
  if (!message) throw new Error("no message came");
  expect(others).toEqual([]);
  expect(JSON.parse(binh.read(message))).toMatchObject({ body: "work.late", url: "/can-bo/tin-cua-toi" });
});

test("no mailer is asked to write to more than five at once", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, i) => told(`many${i}@thu.example`)));
  let [now, most] = [0, 0];
  const counting: Mailer = {
    leaves: true,
    from: "tin@thu.example",
    send: async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 20));
      now--;
      return { kind: "sent" };
    },
  };
  const house = { ...stage.house, channels: { ...stage.house.channels, mail: counting } };
  expect(await deliverDue((work) => stage.run((tx) => work({ ...tx, house })), { wording, rest: newRest() })).toBe(12);
  expect(most).toBe(5);
});
