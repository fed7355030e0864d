import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Letter, smtpMailer } from "./mail.ts";
import { headerOf, openPostOffice, type PostOffice, wordsOf } from "./post-office.stage.ts";

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());

const letter = (to: string): Letter => ({
  to,
  subject: "Gần Dân: hồ sơ H1 có tin mới",
  text: "Kính gửi bà con,\n",
  html: "<p>Kính gửi bà con,</p>",
  lang: "vi",
  messageId: "abc@thu.example",
  stopUrl: "https://thu.example/bao-tin/dung/R",
});
const mailer = (url = office.url) => smtpMailer({ url, from: "tin@thu.example", wholeMs: 1_500, silenceMs: 700 });

test("a letter is taken, with both bodies, one mark, and a way to stop by one click", async () => {
  expect(await mailer().send(letter("nga@thu.example"))).toEqual({ kind: "sent" });
  const taken = office.letters.at(-1);
  if (!taken) throw new Error("no letter came");
  expect(headerOf(taken, "Message-ID")).toBe("<abc@thu.example>");
  expect(headerOf(taken, "From")).toBe("Gần Dân <tin@thu.example>");
  expect(headerOf(taken, "Subject")).toBe("Gần Dân: hồ sơ H1 có tin mới");
  expect(headerOf(taken, "List-Unsubscribe")).toBe("<https://thu.example/bao-tin/dung/R>");
  expect(headerOf(taken, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  expect(headerOf(taken, "Auto-Submitted")).toBe("auto-generated");
  expect(wordsOf(taken)).toContain("<p>Kính gửi bà con,</p>");
});

test.each([
  ["gone", { kind: "never", fault: "gone" }],
  ["full", { kind: "never", fault: "refused" }],
  ["spam", { kind: "never", fault: "refused" }],
  ["busy", { kind: "later", fault: "busy", afterSeconds: null }],
  ["policy", { kind: "later", fault: "ourFault", afterSeconds: null }],
  ["hang", { kind: "later", fault: "timeout", afterSeconds: null }],
  ["cut", { kind: "later", fault: "connection", afterSeconds: null }],
])("what a server does with a letter is told by its kind: %s", async (name, told) => {
  expect(await mailer().send(letter(`${name}@thu.example`))).toEqual(told);
});

test("a server that is not there, and one that never speaks, are tried again later", async () => {
  const mute: Server = createServer(() => {});
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const { port } = mute.address() as { port: number };
  expect(await mailer(`smtp://127.0.0.1:${port}`).send(letter("nga@thu.example"))).toMatchObject({ kind: "later", fault: "timeout" });
  await new Promise((resolve) => mute.close(resolve));
  expect(await mailer(`smtp://127.0.0.1:${port}`).send(letter("nga@thu.example"))).toMatchObject({ kind: "later", fault: "connection" });
});

test("a server that drips its greeting for ever is cut off after its time", async () => {
  const dripping: Server = createServer((socket) => {
    const drip = setInterval(() => socket.write("220-wait\r\n"), 100);
    socket.on("close", () => clearInterval(drip));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => dripping.listen(0, "127.0.0.1", resolve));
  const { port } = dripping.address() as { port: number };
  expect(await smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: "tin@thu.example", wholeMs: 600, silenceMs: 60_000 }).send(letter("nga@thu.example"))).toMatchObject({
    kind: "later",
    fault: "timeout",
  });
  await new Promise((resolve) => dripping.close(resolve));
});
