import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { TypesetError } from "./press.ts";
import { startTypesetter, type Typesetter, type TypesetterOptions } from "./typesetter.ts";

let root = "";

const templates = {
  "note.typ": `#let data = json(bytes(sys.inputs.data))
    #set document(title: "Note", date: datetime(year: 2026, month: 2, day: 5))
    #set page(width: 200cm)
    #set text(font: "Tinos", lang: "vi", fallback: false)
    Kính gửi #data.name, #emph(data.name), #strong(data.name)`,
  "undated.typ": `#set text(font: "Tinos", fallback: false)
    Giấy không ghi ngày`,
  "slow.typ": `#let data = json(bytes(sys.inputs.data))
    #let n = 0
    #for one in range(data.rounds) { for other in range(data.rounds) { n += 1 } }
    #n`,
  "broken.typ": `#let data = json(bytes(sys.inputs.data))
    #data.missing`,
  "thief.typ": `#let data = json(bytes(sys.inputs.data))
    #read(data.path)`,
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "gan-dan-typst-"));
  await mkdir(join(root, "src"));
  await writeFile(join(root, "secret.txt"), "mật khẩu");
  await writeFile(join(root, "src", "secret.txt"), "mật khẩu");
  for (const [name, source] of Object.entries(templates)) await writeFile(join(root, "src", name), source);
});

afterAll(() => rm(root, { recursive: true, force: true }));

function open(options: Partial<TypesetterOptions> = {}): Typesetter {
  const typesetter = startTypesetter({ root, ...options });
  onTestFinished(() => typesetter.close());
  return typesetter;
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await reading.promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, i) => (await document.getPage(i + 1)).getTextContent()));
  await reading.destroy();
  return pages.flatMap((page) => page.items.map((item) => ("str" in item ? item.str : ""))).join("");
}

const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const everyLetter = [..."aăâeêioôơuưy"]
  .flatMap((vowel) => tones.map((tone) => `${vowel}${tone}`.normalize("NFC")))
  .concat("đ")
  .join("");

test("every Vietnamese letter, small and capital, comes back out of the PDF as it went in", async () => {
  const name = everyLetter + everyLetter.toUpperCase();
  const text = await textOf(await open().typeset("src/note.typ", { name }));
  expect(text.split(name)).toHaveLength(4);
});

test("letters that came decomposed leave composed, so that a search finds them", async () => {
  const text = await textOf(await open().typeset("src/note.typ", { name: "Nguyễn Thị Hoài Ước".normalize("NFD") }));
  expect(text).toContain("Kính gửi Nguyễn Thị Hoài Ước");
  expect(text).toBe(text.normalize("NFC"));
});

test("the paper carries its letters: Tinos in three cuts, embedded, and no other font", async () => {
  const pdf = Buffer.from(await open().typeset("src/note.typ", { name: "Ước" })).toString("latin1");
  const fonts = [...pdf.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map((found) => found[1]).sort();
  expect(fonts).toEqual(["Tinos-Bold", "Tinos-Italic", "Tinos-Regular"]);
  expect(pdf.match(/\/FontFile2 /g)).toHaveLength(3);
});

test("the same paper gives the same bytes, also from another process, and dates come from the data alone", async () => {
  const [one, other] = [open(), open()];
  for (const [template, data] of [
    ["src/note.typ", { name: "Giáp Văn Thuở" }],
    ["src/undated.typ", null],
  ] as const) {
    const first = await one.typeset(template, data);
    expect(await one.typeset(template, data)).toEqual(first);
    expect(await other.typeset(template, data)).toEqual(first);
  }
});

test("the file says that it is Vietnamese, tagged and made to be kept", async () => {
  const pdf = Buffer.from(await open().typeset("src/note.typ", { name: "Thuở" })).toString("latin1");
  expect(pdf).toContain("/Lang (vi)");
  expect(pdf).toContain("/Marked true");
  expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
});

test.each(['#read("/etc/passwd")', "*] #panic() [", "\\u{41} $x$ `raw` <label> @ref", '"; } // /*', "{{name}} $name %s", "#sys.inputs"])(
  "a name like %j is printed, not obeyed",
  async (name) => {
    expect(await textOf(await open().typeset("src/note.typ", { name }))).toBe(`Kính gửi ${name}, ${name}, ${name}`);
  },
);

test.each(["/etc/passwd", "../../../../etc/passwd", "/secret.txt", "/src/secret.txt", "secret.txt", "@preview/cetz:0.3.0"])("not even a template can read %s", async (path) => {
  await expect(open().typeset("src/thief.typ", { path })).rejects.toThrow(TypesetError);
});

test.each(["src/none.typ", "/etc/passwd", "src/../secret.txt", "src/secret.txt", ""])("%j is not a template", async (template) => {
  await expect(open().typeset(template, {})).rejects.toThrow("no template");
});

describe("when something goes wrong", () => {
  test("a template that lacks a datum fails with the place, and without the data; the next paper is made", async () => {
    const typesetter = open();
    const failure = await typesetter.typeset("src/broken.typ", { name: "Nguyễn Thị Hoài" }).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(TypesetError);
    expect(String(failure)).toContain("src/broken.typ");
    expect(String(failure)).not.toContain("Hoài");
    expect(await textOf(await typesetter.typeset("src/note.typ", { name: "Hoài" }))).toContain("Hoài");
  });

  test("a process killed in the middle fails its own paper only", async () => {
    const typesetter = open();
    await typesetter.typeset("src/undated.typ", null);
    const [victim] = typesetter.processIds();
    const [lost, next] = [typesetter.typeset("src/slow.typ", { rounds: 30_000 }), typesetter.typeset("src/note.typ", { name: "Khoẻ" })];
    process.kill(victim as number, "SIGKILL");
    await expect(lost).rejects.toThrow(/src\/slow\.typ failed: the typesetting process ended/);
    expect(await textOf(await next)).toContain("Khoẻ");
    expect(typesetter.processIds()).not.toContain(victim);
  });

  test("a paper that never ends is given up, and the next is made", async () => {
    const typesetter = open({ patienceMs: 1_500 });
    await expect(typesetter.typeset("src/slow.typ", { rounds: 30_000 })).rejects.toThrow("not done after 1500 ms");
    expect(await textOf(await typesetter.typeset("src/note.typ", { name: "Khoẻ" }))).toContain("Khoẻ");
  });

  test("after closing nothing waits, nothing starts and no process is left", async () => {
    const typesetter = open();
    await typesetter.typeset("src/undated.typ", null);
    const [id] = typesetter.processIds();
    const failures = [1, 2].map(() => expect(typesetter.typeset("src/slow.typ", { rounds: 30_000 })).rejects.toThrow("the typesetter is closed"));
    await typesetter.close();
    await Promise.all(failures);
    await expect(typesetter.typeset("src/undated.typ", null)).rejects.toThrow("the typesetter is closed");
    expect(() => process.kill(id as number, 0)).toThrow("ESRCH");
  });
});

test("many at once: each gets its own paper, while the processes are replaced one after the other", async () => {
  const typesetter = open({ workers: 2, recycleAfter: 4 });
  const seen = new Set<number>();
  const names = Array.from({ length: 40 }, (_, i) => `Người thứ ${i};`);
  const texts = await Promise.all(
    names.map(async (name) => {
      const pdf = await typesetter.typeset("src/note.typ", { name });
      for (const id of typesetter.processIds()) seen.add(id);
      return textOf(pdf);
    }),
  );
  expect(texts).toEqual(names.map((name) => `Kính gửi ${name}, ${name}, ${name}`));
  expect(seen.size).toBeGreaterThan(2);
});

test.runIf(process.platform === "linux")("the process that sets papers knows no setting of the server", async () => {
  process.env["GAN_DAN_TEST_SECRET"] = "mật khẩu";
  onTestFinished(() => {
    delete process.env["GAN_DAN_TEST_SECRET"];
  });
  const typesetter = open();
  await typesetter.typeset("src/undated.typ", null);
  const environment = await readFile(`/proc/${typesetter.processIds()[0]}/environ`, "utf8");
  expect(environment).toContain("PATH=");
  expect(environment).not.toContain("GAN_DAN_TEST_SECRET");
});
