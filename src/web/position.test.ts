import { expect, test } from "vitest";
import { readDuePosition, readInstantPosition, writeInstantPosition } from "./position.ts";

test("a position is read as it was written", () => {
  const position = { at: new Date("2026-11-25T08:40:00.000Z"), id: 17 };
  expect(writeInstantPosition(position)).toBe("2026-11-25T08:40:00.000Z_17");
  expect(readInstantPosition(writeInstantPosition(position))).toEqual(position);
});

test.each([
  undefined,
  "",
  "17",
  "2026-11-25_17",
  "-271821-04-20T00:00:00.000Z_1",
  "+275760-09-13T00:00:00.000Z_1",
  "0000-01-01T00:00:00.000Z_1",
  "2026-13-01T00:00:00.000Z_1",
  "2026-11-25T08:40:00.000Z_x",
  "2026-11-25T08:40:00.000Z_1_2",
])("what no page wrote begins at the beginning: %s", (typed) => {
  expect(readInstantPosition(typed)).toBeNull();
  expect(readDuePosition(typed)).toBeNull();
});

test("a position may be without a due instant", () => {
  expect(readDuePosition("_17")).toEqual({ dueAt: null, id: 17 });
  expect(readDuePosition("2026-11-25T08:40:00.000Z_17")).toEqual({ dueAt: new Date("2026-11-25T08:40:00.000Z"), id: 17 });
});
