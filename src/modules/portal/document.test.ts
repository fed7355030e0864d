import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { filedShape, jsonSchema, publicStates, refusalCodes } from "./document.ts";
import { filed } from "./exchange.stage.ts";
import { checkDocument, placeReasons, readFiled } from "./reading.ts";
import { publicStateTexts } from "./texts/document.ts";

test("the schema that the other side is given is the one that is asked of its files (gandan portal schema prints it)", () => {
  const committed: unknown = JSON.parse(readFileSync("docs/national-port.schema.json", "utf8"));
  expect(JSON.parse(JSON.stringify(jsonSchema()))).toEqual(committed);
  // Somebody else's reader of JSON Schema agrees about a file.
  const reader = z.fromJSONSchema(committed as Parameters<typeof z.fromJSONSchema>[0]);
  expect(reader.safeParse(filed()).success).toBe(true);
  expect(reader.safeParse({ ...filed(), nationalNumber: "?" }).success).toBe(false);
});

test("the document in words names every field, state and reason", () => {
  const words = readFileSync("docs/national-port.md", "utf8");
  const named = [...Object.keys(filedShape.shape), ...Object.keys(filedShape.shape.person.shape), ...publicStates, ...refusalCodes, ...Object.values(publicStateTexts)];
  for (const name of named) expect(words).toContain(name);
});

test("a whole file is in order, and each mistake is told at its line", () => {
  expect(checkDocument(JSON.stringify(filed(), null, 2))).toEqual([]);
  const text = JSON.stringify({ ...filed(), post: "7612", person: { ...filed().person, sex: "x", extra: 1 } }, null, 2);
  const lines = text.split("\n");
  const told = placeReasons(text, checkDocument(text)).map(({ line, column, message }) => [lines[line - 1]?.slice(column - 1), message.en]);
  expect(told).toEqual([
    ['"7612",', "the code of a commune has 5 digits"],
    ['"x",', "must be one of: female, male"],
    ['"extra": 1', 'there is no field called "extra"'],
  ]);
});

test.each([
  ["{", 1, 2],
  ['{"a": 1,\n "b": }', 2, 7],
  ["null", 1, 1],
  ["[]", 1, 1],
  ['"text"', 1, 1],
  ["\ufeff{}", 1, 2],
])("what is no document at all is told where it stops being one: %j", (text, line, column) => {
  const reading = readFiled(text);
  expect(reading).toMatchObject({ ok: false, answerTo: null });
  expect(placeReasons(text, reading.ok ? [] : reading.reasons)[0]).toMatchObject({ line, column });
});

test("brackets inside strings are not depth, and a quote behind backslashes ends its string", () => {
  const { person } = filed();
  const request = `\\\\" {{[[${"[".repeat(50)}`;
  expect(readFiled(JSON.stringify(filed({ request, person })))).toMatchObject({ ok: true });
  expect(readFiled(`{"a": "\\\\", "b": ${"[".repeat(20)}${"]".repeat(20)}}`)).toMatchObject({
    ok: false,
    reasons: [{ message: { en: "brackets stand more than 12 deep in each other" } }],
  });
});
