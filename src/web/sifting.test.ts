import { expect, test } from "vitest";
import { parseSifting } from "./sifting.tsx";

test("who sifts must tick something, and says why when he throws away", () => {
  expect(parseSifting({ act: "takeIn" }, ["A", "B"])).toMatchObject({ ok: false, errors: { refs: expect.anything() } });
  expect(parseSifting({ act: "discard", all: "yes" }, ["A", "B"])).toMatchObject({ ok: false, errors: { reason: expect.anything() } });
  expect(parseSifting({ act: "discard", all: "yes", reason: "Rác" }, ["A", "B"])).toEqual({ ok: true, value: { refs: ["A", "B"], act: "discard", reason: "Rác" } });
  expect(parseSifting({ act: "takeIn", refs: ["A", "C"] }, ["A", "B"]), "what is not on the page is not sifted").toMatchObject({ ok: true, value: { refs: ["A"] } });
});
