import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newReference, readReference, referenceFor } from "./reference.ts";

const vault = { hash: (text: string) => createHash("sha256").update(`secret ${text}`).digest() };

test("a form sent twice makes one reference, which is not the key that it was given out with", () => {
  const key = newReference();
  const made = referenceFor(vault, "incident", key);
  expect(readReference(made)).toBe(made);
  expect(made).not.toBe(key);
  expect(referenceFor(vault, "incident", key.toLowerCase())).toBe(made);
  expect(referenceFor(vault, "dispute", key)).not.toBe(made);
  expect(referenceFor(vault, "incident", newReference())).not.toBe(made);
});

test("a form without a key, or with rubbish in its place, makes a new one each time", () => {
  for (const typed of ["", "x", "0".repeat(16)]) expect(referenceFor(vault, "incident", typed)).not.toBe(referenceFor(vault, "incident", typed));
});
