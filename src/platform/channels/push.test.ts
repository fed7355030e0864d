import { randomBytes } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePusher, openPusher } from "./push.ts";
import { newBrowser, openPushService, type PushService } from "./push-service.stage.ts";

const pusher = makePusher(randomBytes(32), { contact: "mailto:tin@thu.example", wholeMs: 500 });
const message = { payload: JSON.stringify({ title: "Hồ sơ H1" }), topic: "A".repeat(32), keepSeconds: 3_600 };

let service: PushService;
beforeAll(async () => {
  service = await openPushService(() => pusher.publicKey);
});
afterAll(() => service.close());

test("a message is proven to be ours, and only the browser that subscribed reads it", async () => {
  const browser = newBrowser(service, "ok");
  expect(await pusher.send(browser.address, message)).toEqual({ kind: "sent" });
  const taken = service.messages.at(-1);
  if (!taken) throw new Error("no message came");
  expect(taken.headers).toMatchObject({ ttl: "3600", topic: message.topic, urgency: "normal", "content-encoding": "aes128gcm" });
  expect(taken.claims).toMatchObject({ sub: "mailto:tin@thu.example", aud: service.origin });
  expect(taken.body.toString("latin1")).not.toContain("H1");
  expect(browser.read(taken)).toBe(message.payload);
  expect(() => newBrowser(service, "ok").read(taken)).toThrow();
});

test.each([
  ["gone", { kind: "never", fault: "gone" }],
  ["missing", { kind: "never", fault: "gone" }],
  ["large", { kind: "never", fault: "refused" }],
  ["busy", { kind: "later", fault: "busy", afterSeconds: 900 }],
  ["broken", { kind: "later", fault: "busy", afterSeconds: null }],
  ["hang", { kind: "later", fault: "timeout", afterSeconds: null }],
])("what a service does with a message is told by its kind: %s", async (does, told) => {
  expect(await pusher.send(newBrowser(service, does).address, message)).toEqual(told);
});

test("nobody sends us on to another place", async () => {
  expect(await pusher.send(newBrowser(service, "elsewhere").address, message)).toEqual({ kind: "never", fault: "refused" });
});

test("a proof under another key is refused, and that is no fault of the browser", async () => {
  const stranger = makePusher(randomBytes(32), { contact: "mailto:tin@thu.example" });
  expect(await stranger.send(newBrowser(service, "ok").address, message)).toMatchObject({ kind: "later", fault: "ourFault" });
});

test("keys that are none give no message and no crash", async () => {
  expect(await pusher.send({ endpoint: `${service.origin}/ok/1`, p256dh: "A".repeat(87), auth: "B".repeat(22) }, message)).toMatchObject({ kind: "never", fault: "refused" });
});

test("the key is made once, and is its owner's alone to read", async () => {
  const dir = await mkdtemp(join(tmpdir(), "gan-dan-push-"));
  const [first, second] = [await openPusher(dir, { contact: "mailto:a@b.example" }), await openPusher(dir, { contact: "mailto:a@b.example" })];
  expect(second.publicKey).toBe(first.publicKey);
  expect((await stat(join(dir, "push.key"))).mode & 0o777).toBe(0o600);
  await rm(dir, { recursive: true });
});
