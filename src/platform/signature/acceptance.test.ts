import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSignedPaper, note, type SignedPaper } from "../../../test/world/signed-paper.ts";
import { acceptSigned } from "./acceptance.ts";

let made: SignedPaper;
beforeAll(async () => {
  made = await makeSignedPaper();
});
afterAll(() => made.remove());

const look = (unsigned: Uint8Array, signed: Uint8Array) => acceptSigned(unsigned, signed, { trusted: made.trusted, exportedAt: note.at, now: note.at });

test("a paper with its signature and nothing else is taken, and its signer named", () => {
  expect(look(made.paper, made.signed)).toMatchObject({ ok: true, signerName: made.signer && note.name, signedAt: note.at });
});

test("no single byte behind the paper can be changed, left out or doubled", () => {
  const tail = made.signed.length - made.paper.length;
  fc.assert(
    fc.property(fc.nat(tail - 1), fc.constantFrom("change", "drop", "double"), fc.integer({ min: 1, max: 255 }), (offset, how, by) => {
      const at = made.paper.length + offset;
      const bytes = Buffer.from(made.signed);
      const wrong =
        how === "change"
          ? Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ by : byte)))
          : Buffer.concat([bytes.subarray(0, how === "drop" ? at : at + 1), bytes.subarray(how === "drop" ? at + 1 : at)]);
      expect(look(made.paper, wrong).ok).toBe(false);
    }),
    { numRuns: 1_500 },
  );
});

test("whatever stands behind a paper, it is judged and never breaks the judge", () => {
  const tail = made.signed.subarray(made.paper.length);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(tail.length), fc.string({ maxLength: 12 })), { maxLength: 6 }), (parts) => {
      const bytes = Buffer.concat([made.paper, ...parts.map((part) => (typeof part === "number" ? tail.subarray(part) : Buffer.from(part)))]);
      const found = look(made.paper, bytes);
      if (found.ok) expect(Buffer.from(bytes).equals(made.signed)).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});
