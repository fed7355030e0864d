import { expect, test } from "vitest";
import { photo } from "../attachments/files.stage.ts";
import { filed, stages } from "./exchange.stage.ts";

const site = stages();

const proof = async (content: Buffer) => ({
  case: "civilStatusNotShared",
  papers: [{ code: "CT01" }, { code: "proof-civil-status", file: { name: "giay.jpg", content: content.toString("base64") } }],
});

async function filesOf(number: string): Promise<{ paper: string; type: string }[]> {
  const { rows } = await site.world.asOwner((client) =>
    client.query(
      "select f.paper_code as paper, f.media_type as type from attachments f join dossiers d on d.commune_id = f.commune_id and d.matter_id = f.matter_id where d.national_number = $1 order by f.id",
      [number],
    ),
  );
  return rows;
}

test("a file that comes along is checked as at the counter and kept with the dossier, once", async () => {
  const document = filed(await proof(await photo()));
  await site.stage.drop("a.json", document);
  await site.stage.drop("b.json", document);
  expect(await site.stage.round()).toMatchObject({ kept: 2, refused: 0 });
  expect(await filesOf(document.nationalNumber)).toEqual([{ paper: "proof-civil-status", type: "image/jpeg" }]);
  const told = (await site.stage.heard()).filter((one) => one.kind === "status");
  expect(told.map(({ sequence, state }) => [sequence, state])).toEqual([[1, "received"]]);
});

test("a file that cannot be taken, or that nobody asked for, is told, and nothing is taken in", async () => {
  const before = await site.stage.everything();
  await site.stage.drop("exe.json", filed(await proof(Buffer.from("MZ".padEnd(300)))));
  const { content } = { content: (await photo()).toString("base64") };
  await site.stage.drop("unasked.json", filed({ papers: [{ code: "CT01", file: { name: "to-khai.jpg", content } }] }));
  await site.stage.drop("base64.json", filed({ ...(await proof(await photo())), papers: [{ code: "CT01", file: { name: "x", content: "====" } }] }));
  expect(await site.stage.round()).toMatchObject({ kept: 0, refused: 3, later: 0 });
  expect(await site.stage.everything()).toEqual(before);
  const reasons = await site.stage.reasons();
  for (const words of ["Ở đây chỉ nhận tệp PDF, JPEG, PNG", "no file is taken for this paper", "is not proper base64"]) expect(reasons).toContain(words);
  expect(await site.stage.heard()).toContainEqual(expect.objectContaining({ outcome: "refused", reasons: ["attachment"] }));
});

test("while the virus scanner cannot be reached the file waits; once it answers it is taken in, scanned", async () => {
  const document = filed(await proof(await photo()));
  await site.stage.drop("a.json", document);
  const scanner = (kind: "unreachable" | "clean") =>
    ({ house: { ...site.world.house, scanner: { scan: async () => (kind === "clean" ? { kind } : { kind, reason: "nobody listens" }) } } }) as const;
  expect(await site.stage.round(scanner("unreachable"))).toMatchObject({ kept: 0, refused: 0, later: 1 });
  expect(await site.stage.dossiers(document.nationalNumber)).toHaveLength(0);
  expect(await site.stage.round(scanner("clean"))).toMatchObject({ kept: 1 });
  const scans = await site.world.asOwner((client) => client.query("select scan from attachments order by id desc limit 1"));
  expect(scans.rows).toEqual([{ scan: "clean" }]);
});
