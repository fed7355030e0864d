import { fork } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, receive, sign } from "../../../test/world/counter.ts";
import { headerOf } from "../../platform/channels/post-office.stage.ts";
import { openTelling, type TellingWorld } from "./telling.stage.ts";

let stage: TellingWorld;
beforeAll(async () => {
  stage = await openTelling(at("2026-11-23T09:00:00"));
});
afterAll(() => stage.close());

const quick = ["a", "b", "c", "d"].map((name) => `${name}@thu.example`);
const mute = "mute@thu.example";
const lettersTo = (email: string) => stage.office.letters.filter(({ to }) => to === email);
const sent = async () => (await stage.rows<{ n: number }>("select count(*)::int as n from deliveries where sent_at is not null"))[0]?.n;

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 25_000;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error("it never came so far");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("a worker killed by the system: what was noted never goes out again, the one in its hand goes out under the same mark", async () => {
  const matter = await receive(stage.world, {}, stage.now);
  for (const email of [...quick, mute]) expect(await stage.wish(matter, email)).toBe("asked");
  await stage.rows("update subscriptions set confirmed_at = started_at");
  await sign(stage.world, matter, { now: stage.now });
  const { loginUrl, keysDir } = stage.world;
  const task = { loginUrl, keysDir, now: stage.now.toISOString(), smtpUrl: stage.office.url, communeId: matter.communeId };
  const child = fork("test/world/run-child.js", ["test/world/deliver-child.ts", JSON.stringify(task)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const gone = new Promise((resolve) => child.once("close", resolve));
  await until(async () => lettersTo(mute).length === 1 && (await sent()) === quick.length);
  child.kill("SIGKILL");
  await gone;

  // Another worker takes over: at once nothing is free, after the lease the one that nobody knows of.
  expect(await stage.deliver()).toBe(0);
  stage.now = new Date(stage.now.getTime() + 6 * 60_000);
  expect(await stage.deliver()).toBe(1);
  stage.now = new Date(stage.now.getTime() + 60 * 60_000);
  expect(await stage.deliver()).toBe(0);
  for (const email of quick) expect(lettersTo(email)).toHaveLength(1);
  const marks = lettersTo(mute).map((letter) => headerOf(letter, "Message-ID"));
  expect(marks).toHaveLength(2);
  expect(new Set(marks).size).toBe(1);
});
