import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { parseDay } from "../../base/day.ts";
import { checkLaw } from "./check.ts";
import { defineLaw } from "./define.ts";
import { bilingualField, dongField, lawFields, termField } from "./fields.ts";
import { LawBroken, loadLaw } from "./load.ts";
import { findInForce, getInForce, LawGap, listInForce } from "./table.ts";

const tolls = defineLaw({
  name: "tolls",
  path: "tolls.yaml",
  schema: z.strictObject({ ...lawFields, id: z.string(), name: bilingualField, fee: dongField, term: termField, level: z.enum(["low", "high"]).default("low") }),
  keyOf: ({ id }) => id,
  check: (rows) => rows.flatMap(({ fee }, row) => (fee > 50_000n ? [{ row, path: ["fee"], message: { vi: "đắt quá", en: "too dear" } }] : [])),
});

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "law-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, name)), { recursive: true });
  await writeFile(join(dir, name), text);
}

const good = `# Phí qua đò
- &old
  id: ferry
  name: { vi: Qua đò, en: Ferry }
  fee: 2000
  term: 3 working days
  validFrom: 2023-01-01
  validTo: 2024-06-30
  source: Quyết định của xã
  certainty: memory
- <<: *old
  fee: 3000
  validFrom: 2024-07-01
  validTo: null
`;

/** Plants one mistake by replacing the first occurrence, and tells "line:column english message" of what is found. */
async function planted(was: string, is: string): Promise<string[]> {
  expect(good).toContain(was);
  await write("tolls.yaml", good.replace(was, is));
  const { findings } = await checkLaw(dir, { tolls });
  expect(findings.every(({ file, message }) => file === "tolls.yaml" && message.vi !== "" && message.en !== "")).toBe(true);
  return findings.map(({ line, column, message }) => `${line}:${column} ${message.en}`);
}

describe("asking the law by day", () => {
  test("the row in force answers, on its first and on its last day", async () => {
    await write("tolls.yaml", good);
    const law = await loadLaw(dir, { tolls });
    const feeOn = (day: string): bigint | undefined => findInForce(law.tolls, parseDay(day), "ferry")?.fee;
    expect(["2022-12-31", "2023-01-01", "2024-06-30", "2024-07-01", "2030-01-01"].map(feeOn)).toEqual([undefined, 2000n, 2000n, 3000n, 3000n]);
    expect(listInForce(law.tolls, parseDay("2024-07-01"))).toHaveLength(1);
    expect(() => getInForce(law.tolls, parseDay("2022-12-31"), "ferry")).toThrow(new LawGap("tolls", "ferry", parseDay("2022-12-31")));
  });

  test("files and rows are counted, and good data has no finding", async () => {
    await write("tolls.yaml", good);
    expect(await checkLaw(dir, { tolls })).toEqual({ files: 1, rows: 2, findings: [] });
  });
});

describe("planted mistakes are told with line and column", () => {
  test("a day that does not exist", async () => {
    expect(await planted("2024-06-30", "2024-06-31")).toEqual(['8:12 "2024-06-31" is not a real day written like 2026-11-26']);
  });

  test("a Vietnamese date", async () => {
    expect((await planted("validFrom: 2024-07-01", "validFrom: 1/7/2024"))[0]).toContain("13:14");
  });

  test("two rows in force at once, pointing at both", async () => {
    expect(await planted("validTo: 2024-06-30", "validTo: 2024-07-01")).toEqual(['13:14 "ferry" has two rows in force at once: see also tolls.yaml line 3']);
  });

  test("an open row that another follows", async () => {
    expect(await planted("validTo: 2024-06-30", "validTo: null")).toHaveLength(1);
  });

  test("an end before the beginning", async () => {
    expect(await planted("validTo: 2024-06-30", "validTo: 2022-06-30")).toEqual(["8:12 ends (2022-06-30) before it begins (2023-01-01)"]);
  });

  test("a misspelt field, at the field, and the field it should have been, at the row", async () => {
    const [row, field] = await planted("  term: 3", "  tern: 3");
    expect(row).toBe('3:3 "term" is missing');
    expect(field).toBe('6:3 there is no field called "tern": misspelt, or not needed?');
  });

  test("a missing source", async () => {
    expect((await planted("  source: Quyết định của xã\n", ""))[0]).toBe('3:3 "source" is missing');
  });

  test("a certainty that nobody knows", async () => {
    expect(await planted("certainty: memory", "certainty: surely")).toEqual(["10:14 must be one of: verified, secondHand, memory, unknown"]);
  });

  test("a term that is none", async () => {
    expect((await planted("3 working days", "3 moons"))[0]).toMatch(/^6:9 "3 moons" is not a term/);
  });

  test("a value of the wrong kind, a lost language, letters that are not composed", async () => {
    expect((await planted("fee: 2000", "fee: a lot"))[0]).toMatch(/^5:8 Invalid input: expected number/);
    expect((await planted(", en: Ferry", ""))[0]).toBe('4:9 "en" is missing');
    expect((await planted("Qua đò", "Qua đò".normalize("NFD")))[0]).toBe("4:15 the letters are not composed (NFC)");
  });

  test("broken YAML, a key written twice, a file that is no list", async () => {
    expect((await planted("  fee: 2000", "  fee: [2000"))[0]).toContain("not well-formed YAML");
    expect((await planted("  fee: 2000", "  fee: 2000\n  fee: 1"))[0]).toMatch(/^6:3 the file is not well-formed YAML/);
    await write("tolls.yaml", "ferry: 2000\n");
    expect((await checkLaw(dir, { tolls })).findings[0]?.message.en).toContain("list of rows");
  });

  test("what the law itself complains about, through the anchor that a row uses", async () => {
    expect(await planted("fee: 3000", "fee: 90000")).toEqual(["12:8 too dear"]);
    await write("tolls.yaml", good.replace("fee: 2000", "fee: 90000").replace("  fee: 3000\n", ""));
    expect((await checkLaw(dir, { tolls })).findings.map(({ line }) => line)).toEqual([5]);
  });

  test("a file that nobody reads, and one that is not there", async () => {
    await write("old/tols.yaml", good);
    const { findings } = await checkLaw(dir, { tolls });
    expect(findings.map(({ file, message }) => `${file}: ${message.en}`)).toEqual([
      "old/tols.yaml: no part of the system reads this file",
      "tolls.yaml: tolls.yaml cannot be read",
    ]);
  });

  test("nothing is loaded from broken data", async () => {
    await write("tolls.yaml", good.replace("2024-06-30", "2024-06-31"));
    await expect(loadLaw(dir, { tolls })).rejects.toThrow(LawBroken);
    await expect(loadLaw(dir, { tolls })).rejects.toThrow("tolls.yaml:8:12");
  });
});
