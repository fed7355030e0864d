import { expect, test } from "vitest";
import { newReference } from "../kernel/reference.ts";
import { parseSifting } from "./sifting.tsx";

const [first, second] = [newReference(), newReference()];

test("who sifts must tick something, and says why when he throws away", () => {
  expect(parseSifting({ act: "takeIn" })).toMatchObject({ ok: false, errors: { refs: expect.anything() } });
  expect(parseSifting({ act: "discard", refs: [first] })).toMatchObject({ ok: false, errors: { reason: expect.anything() } });
  expect(parseSifting({ act: "takeIn", refs: [first, "rubbish"] })).toEqual({ ok: true, value: { refs: [first], act: "takeIn", reason: "" } });
});

test("all of them are those that stood on his page, whatever has come since", () => {
  const sent = { act: "discard", all: "yes", shown: `${first} ${second}`, reason: "Rác" };
  expect(parseSifting(sent)).toEqual({ ok: true, value: { refs: [first, second], act: "discard", reason: "Rác" } });
});
