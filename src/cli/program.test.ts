import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { ensureDatabase } from "../platform/migrate.ts";
import { runCli } from "./program.ts";

let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gan-dan-cli-"));
  databaseUrl = await ensureDatabase(inject("clusterUrl"), `cli_${randomUUID().slice(0, 8)}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ran = { readonly exit: number; readonly out: string; readonly err: string };

/** One call as somebody would type it, on Friday 20 November 2026. */
const type = (...argv: string[]): Promise<Ran> => typeWith({ DATA_DIR: folder, DATABASE_URL: databaseUrl }, argv);

async function typeWith(env: Readonly<Record<string, string>>, argv: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await runCli(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env,
    now: new Date("2026-11-20T15:02:00+07:00"),
    root: process.cwd(),
    cwd: process.cwd(),
    watched: false,
  });
  return { exit, out: out.join(""), err: err.join("") };
}

const json = async (...argv: string[]) => {
  const { out, exit, err } = await type(...argv, "--json");
  expect(err).toBe("");
  return { exit, value: JSON.parse(out) };
};

async function asOwner(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

describe("somebody who does not know the commands", () => {
  test("types nothing, or help, and reads the list", async () => {
    const bare = await type();
    expect(bare).toMatchObject({ exit: 0, err: "" });
    for (const command of ["units", "law", "verify-chains", "figures", "user", "due", "help"]) expect(bare.out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    expect(bare.out).toContain("Các lệnh:");
    expect(await type("help")).toEqual(bare);
    expect((await type("--lang", "en")).out).toContain("Commands:");
  });

  test("reads how one command is written", async () => {
    expect((await type("help", "due")).out).toContain("--term <TERM>");
    expect((await type("units", "import", "--help", "--lang=en")).out).toContain("--dry-run");
  });

  test.each([
    [["unit"], 'Có phải "units" không?'],
    [["units", "export"], 'Không có lệnh "export"'],
    [["units"], "Còn thiếu lệnh con"],
    [["units", "import"], 'Thiếu tham số "FILE"'],
    [["due", "--from", "2026-11-20T15:00:00+07:00"], 'Thiếu tùy chọn "--term <TERM>"'],
    [["due", "--term"], 'Tùy chọn "--term <TERM>" chưa có giá trị'],
    [["verify-chains", "--fast"], 'Không có tùy chọn "--fast"'],
    [["verify-chains", "now"], "Thừa tham số"],
    [["help", "--lang", "fr"], 'Không có ngôn ngữ "fr"'],
  ])("types %j and is told what is wrong", async (argv, sentence) => {
    const { exit, out, err } = await type(...argv);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(sentence);
  });

  test("gets mistakes as JSON when a script asks", async () => {
    expect(await json("unit", "--lang", "en")).toEqual({ exit: 2, value: { error: { code: "usage", message: 'There is no command "unit".' } } });
  });
});

describe("due", () => {
  const from = "2026-11-20T15:00:00+07:00";

  test("explains each day up to the due one, without any database", async () => {
    const { exit, value } = await json("due", "--term", "3 working days", "--from", from);
    expect(exit).toBe(0);
    expect(value).toMatchObject({ term: "3 working days", from, dueAt: "2026-11-26T17:00:00+07:00", dueOn: "2026-11-26" });
    expect(value.steps[0]).toEqual({ kind: "receivedOn", on: "2026-11-20" });
    expect(value.explanation.join("\n")).toContain("Ngày Văn hóa Việt Nam");
    expect((await type("due", "--term", "3 working days", "--from", from, "--lang", "en")).out).toContain("Due: Thursday 26 November 2026, 17:00");
  });

  test("knows the same moment in another offset, and a post with its province", async () => {
    const { value } = await json("due", "--term", "24 hours", "--from", "2026-11-20T08:00:00Z", "--post", "24/07612");
    expect(value).toMatchObject({ from, dueAt: "2026-11-21T15:00:00+07:00" });
  });

  test.each([
    [["--term", "soon", "--from", from], 2, "unreadableTerm"],
    [["--term", "3 working days", "--from", "2026-11-20T15:00:00"], 2, "unreadableInstant"],
    [["--term", "3 working days", "--from", "2026-02-30T15:00:00+07:00"], 2, "unreadableInstant"],
    [["--term", "3 working days", "--from", "yesterday"], 2, "unreadableInstant"],
    [["--term", "3 working days", "--from", from, "--post", "xyz"], 2, "unreadablePost"],
    [["--term", "3 working days", "--from", "2019-11-20T15:00:00+07:00"], 1, "yearNotCovered"],
    [["--term", "999999 working days", "--from", from], 1, "yearNotCovered"],
    [["--term", "99999999999999999999 hours", "--from", from], 1, "outOfRange"],
    [["--term", "999999999 months", "--from", from], 1, "outOfRange"],
  ])("refuses %j", async (argv, exit, code) => {
    expect(await json("due", ...argv)).toMatchObject({ exit, value: { error: { code } } });
  });
});

describe("law check", () => {
  test("finds our own law whole", async () => {
    expect(await json("law", "check")).toMatchObject({ exit: 0, value: { findings: [] } });
  });

  test("names the file and the line of a mistake, and ends with 1", async () => {
    await writeFile(join(folder, "holidays.yaml"), "- year: 2026\n  surprise: 1\n");
    const { exit, value } = await json("law", "check", "--dir", folder, "--lang", "en");
    expect(exit).toBe(1);
    expect(value.findings).toContainEqual({ file: "holidays.yaml", line: 2, column: 3, message: 'there is no field called "surprise": misspelt, or not needed?' });
  });
});

const fixture = (name: string): string => `src/modules/units/fixtures/${name}.json`;

describe("units import", () => {
  test("reports as a table, and as JSON: an object for one file, a list for several", async () => {
    const tried = await type("units", "import", "--dry-run", fixture("before"));
    expect(tried.exit).toBe(0);
    expect(tried.out).toContain("2 tỉnh, 3 huyện, 5 xã");
    expect(tried.out).toContain("Làm thử");
    const one = await json("units", "import", fixture("before"));
    expect(one).toMatchObject({
      exit: 0,
      value: { kind: "before", provinces: 2, districts: 3, communes: 5, lineage: 0, inserted: 10, unchanged: 0, mismatches: [], dryRun: false },
    });
    const two = await json("units", "import", fixture("old-to-new"), fixture("new-from-old"), "--lang", "en");
    expect(two.value).toHaveLength(2);
    expect(two.value[0].mismatches[0]).toEqual({
      kind: "commune",
      code: "97007",
      name: "Thị Trấn Mương Vàng",
      other: "Thị trấn Mường Vàng",
      reason: "marksDiffer",
      message: 'names differ by their marks: this file has "Thị Trấn Mương Vàng", the list of March 2025 has "Thị trấn Mường Vàng"',
    });
    expect((await json("units", "import", fixture("before"))).value).toMatchObject({ inserted: 0, unchanged: 10 });
  });

  test("tells its progress only to those who ask, on stderr", async () => {
    expect((await type("units", "import", fixture("before"))).err).toBe("");
    expect((await type("units", "import", "--progress", fixture("before"))).err).toContain("đọc ");
  });

  test("refuses a broken file with its place", async () => {
    const file = join(folder, "broken.json");
    await writeFile(file, '[\n {"Code": }]');
    expect(await json("units", "import", file)).toMatchObject({ exit: 1, value: { error: { code: "brokenFile", file, faults: [{ path: null, line: 2, column: 11 }] } } });
    const { exit, out, err } = await type("units", "import", file, "--lang", "en");
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("line 2:11");
  });
});

test("verify-chains finds a forged link and names its matter and row", async () => {
  expect(await json("verify-chains")).toMatchObject({ exit: 0, value: { breakCount: 0, breaks: [] } });
  await asOwner(`insert into audit (commune_id, regime, subject, seq, at, action, change, prev_hash, hash)
    values (1, 'internal', 'matter:77', 1, now(), 'open', '{}', decode(repeat('00', 32), 'hex'), sha256('x'))`);
  const { exit, value } = await json("verify-chains", "--lang", "en");
  expect(exit).toBe(1);
  expect(value.breaks).toEqual([{ communeId: 1, subject: "matter:77", chain: "audit", seq: 1, kind: "matterMissing", matter: 77, message: "the matter is gone" }]);
  expect((await type("verify-chains")).out).toContain("đơn vị 1, matter:77, nhật ký thay đổi 1: việc không còn nữa");
  await asOwner("delete from audit");
});

test("figures rebuild says what it counted, and that a code has nothing to count", async () => {
  expect(await json("figures", "rebuild")).toEqual({ exit: 0, value: { communes: [], matters: 0 } });
  expect((await type("figures", "rebuild", "--lang", "en")).out).toContain("counted 0 matters of 0 communes anew");
  expect(await json("figures", "rebuild", "--commune", "97999")).toMatchObject({ exit: 1, value: { error: { code: "unknownUnit" } } });
});

test("open key gives out a key once, lists it without showing it, and takes it back", async () => {
  expect(await json("open", "key", "add", " ")).toMatchObject({ exit: 2, value: { error: { code: "badName" } } });
  expect(await json("open", "key", "add", "FixMyStreet", "--per-hour", "many")).toMatchObject({ exit: 2, value: { error: { code: "badNumber" } } });
  const { exit, value } = await json("open", "key", "add", "FixMyStreet", "--per-hour", "20");
  expect([exit, value]).toEqual([0, { id: expect.any(Number), name: "FixMyStreet", mostAnHour: 20, key: expect.stringMatching(/^gd_[\w-]{32}$/) }]);
  const listed = await type("open", "key", "list");
  expect(listed.out).toMatch(/20 phản ánh\/giờ +2026-11-20T15:02:00\+07:00 +đang dùng +FixMyStreet/);
  expect(listed.out).not.toContain(value.key.slice(3));
  expect(await json("open", "key", "end", String(value.id))).toEqual({ exit: 0, value: { id: value.id, ended: true } });
  expect(await json("open", "key", "end", String(value.id))).toMatchObject({ exit: 1, value: { error: { code: "unknownKey" } } });
});

describe("user add", () => {
  const given = ["user", "add", "Lan.Hoasen", "--name", "Nguyễn Thị Lan", "--rank", "Đại úy", "--role", "chief"];

  test.each([
    [["--post", "97004", "--nation"], 2, "onePlace"],
    [[], 2, "onePlace"],
    [["--post", "97004", "--to", "2026-01-01"], 2, "badDays"],
    [["--post", "97004", "--from", "20/11/2026"], 2, "badDay"],
    [["--post", "97004", "--role", "king"], 2, "badRole"],
    [["--post", "97999"], 1, "unknownUnit"],
  ])("refuses %j", async (more, exit, code) => {
    expect(await json(...given, ...more)).toMatchObject({ exit, value: { error: { code } } });
  });

  test("makes an account for the commune that bears the code today, and shows its secrets once", async () => {
    const { exit, value } = await json(...given, "--post", "97004", "--to", "2027-01-01");
    expect(exit).toBe(0);
    expect(value).toMatchObject({ login: "lan.hoasen", role: "chief", unit: "Xã Đồi Chè", totpUri: expect.stringMatching(/^otpauth:/) });
    expect(value.password.length).toBeGreaterThanOrEqual(14);
    const grants = await asOwner(
      "select g.role, g.scope, g.valid_from, g.valid_to, u.name from account_grants g join accounts a on a.id = g.account_id join units u on u.id = g.unit_id where a.login = 'lan.hoasen'",
    );
    expect(grants).toEqual([{ role: "chief", scope: "commune", valid_from: "2026-11-20", valid_to: "2027-01-01", name: "Xã Đồi Chè" }]);
    expect(await json(...given, "--post", "97004")).toMatchObject({ exit: 1, value: { error: { code: "loginTaken" } } });
    expect(await json("verify-chains")).toMatchObject({ exit: 0, value: { auditRows: 1 } });
  });
});

test("settings that cannot be used, and a database that does not answer, are told as such", async () => {
  const wrong = await typeWith({ PORT: "many" }, ["verify-chains", "--json"]);
  expect(wrong.exit).toBe(1);
  expect(JSON.parse(wrong.out)).toMatchObject({ error: { code: "settings" } });
  const deaf = await typeWith({ DATA_DIR: folder, DATABASE_URL: "postgres://nobody:x@127.0.0.1:1/none" }, ["verify-chains", "--json"]);
  expect(deaf.exit).toBe(1);
  expect(JSON.parse(deaf.out)).toMatchObject({ error: { code: "unavailable" } });
});

describe("portal", () => {
  test("check names every wrong line of a file, and says when all is well", async () => {
    const bad = join(folder, "bad.json");
    await writeFile(bad, '{\n  "schema": "gan-dan/national-port/1",\n  "kind": "dossier",\n  "post": "7612"\n}');
    const ran = await type("portal", "check", bad);
    expect(ran.exit).toBe(1);
    expect(ran.out).toContain(`${bad}:4:11 mã xã gồm 5 chữ số`);
    expect(ran.out).toContain('thiếu mục "messageId"');
    const report = join(folder, "report.json");
    await writeFile(
      report,
      JSON.stringify({
        schema: "gan-dan/national-port/1",
        kind: "receipt",
        messageId: "receipt-message-1",
        answers: "message-1",
        nationalNumber: "G99.01-1",
        outcome: "notOurs",
      }),
    );
    expect(await type("portal", "check", report, "--lang", "en")).toMatchObject({ exit: 0, out: "1 file: no mistakes\n" });
    expect(await type("portal", "check", join(folder, "none.json"))).toMatchObject({ exit: 1, err: expect.stringContaining("không đọc được") });
  });

  test("schema prints what docs/national-port.schema.json holds", async () => {
    const { out } = await type("portal", "schema");
    expect(JSON.parse(out)).toMatchObject({ title: "gan-dan/national-port/1" });
  });
});
