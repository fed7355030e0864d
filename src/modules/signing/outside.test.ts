import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast, units } from "../../../test/world/cast.ts";
import { receive } from "../../../test/world/counter.ts";
import { proposalOf, propose, see } from "../../../test/world/folder.ts";
import { as, friday, openWorld, type World } from "../../../test/world/index.ts";
import { importTrust } from "../../import-trust.ts";
import { anybody } from "../../kernel/actor.ts";
import type { Matter } from "../../kernel/matter.ts";
import { listPages } from "../../platform/pdf-pages.ts";
import { openDemoAnchor, openDemoSigner } from "../../platform/signature/demo-signer.ts";
import { appendRevision, readObjects } from "../../platform/signature/revision.ts";
import { signPdf } from "../../platform/signature/sign.ts";
import { type AllowedSigner, fingerprintOf } from "../../platform/signature/trust.ts";
import { unzipFiles, zipFiles } from "../../platform/zip.ts";
import type { SentFile } from "../../web/route.ts";
import { getOutside, listOutside } from "../papers/index.ts";
import { findPaperFile } from "../papers/queries.ts";
import { verifyByCode, verifyByFile } from "../papers/service.ts";
import { dossierSignable, signApology, stopWork } from "../procedures/index.ts";
import { withdraw } from "../procedures/service/endings.ts";
import { proposeResult, sendBack } from "../procedures/service/work.ts";
import { doEach } from "./service/batch.ts";
import { type BroughtFile, bringFiles } from "./service/bring.ts";
import { exportSeen, signSeen } from "./service/folder.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  Object.assign(world.house, { signing: "elsewhere" });
});
afterAll(() => world.close());

const minh = as(cast.minh);
const binh = as(cast.binh);
const apart = { apart: <T>(work: Parameters<typeof world.commit<T>>[1]) => world.commit(binh, work), report: (error: unknown) => `bug ${String(error)}` };
const eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

type Out = { readonly matter: Matter; readonly code: string; readonly unsigned: Buffer };

/** Proposals that were seen and taken away. */
async function takeOut(count: number): Promise<readonly Out[]> {
  const matters = await propose(world, minh, count);
  await see(world, binh, matters);
  const done = await doEach(
    apart,
    matters.map(({ publicRef }) => publicRef),
    exportSeen,
  );
  expect(done.map(({ outcome }) => outcome)).toEqual(matters.map(() => "exported"));
  const papers = await world.try(binh, (tx) => listOutside(tx, units.phuongSon.id, 100));
  return await Promise.all(
    matters.map(async (matter) => {
      const code = papers.find((paper) => paper.matterId === matter.id)?.code ?? "";
      return { matter, code, unsigned: (await world.try(binh, (tx) => getOutside(tx, code))).pdf };
    }),
  );
}

const note = { name: cast.binh.name, reason: "Ký", location: "VN", at: friday };
const binhSigner = () => world.house.signerOf({ postId: units.phuongSon.id, accountId: cast.binh.id, name: cast.binh.name });
const sign = async (unsigned: Uint8Array, at = friday): Promise<Buffer> => Buffer.from(await signPdf(unsigned, await binhSigner(), { ...note, at }));

const bring = (...files: readonly (readonly [string, Uint8Array])[]): Promise<readonly BroughtFile[]> =>
  bringFiles(
    apart,
    files.map(([name, bytes]): SentFile => ({ field: "tep", name, bytes: Buffer.from(bytes) })),
  );
const verdictOf = (file: BroughtFile | undefined): string => (file === undefined ? "none" : "refusal" in file ? file.refusal : file.outcome);
const one = async (bytes: Uint8Array): Promise<string> => verdictOf((await bring(["a.pdf", bytes]))[0]);

async function stateOf({ id }: Matter): Promise<{ state: string; papers: number }> {
  const { rows } = await world.asOwner((owner) =>
    owner.query("select state, (select count(*)::int from papers where matter_id = m.id) as papers from matters m where id = $1", [id]),
  );
  return rows[0];
}

test("taken away, signed and brought back, a paper is issued as the very file that was signed", async () => {
  const [out] = await takeOut(1);
  if (!out) throw new Error("nothing was taken out");
  expect(await stateOf(out.matter)).toEqual({ state: "outForSigning", papers: 0 });
  expect(await world.try(anybody, (tx) => verifyByCode(tx, out.code))).toEqual({ verdict: "unknown" });
  const signed = await sign(out.unsigned);
  const [brought] = await bring(["CT08.pdf", signed]);
  expect(brought).toMatchObject({ name: "CT08.pdf", outcome: "accepted", paper: { form: "CT08", code: out.code } });
  expect(await stateOf(out.matter)).toEqual({ state: "signed", papers: 1 });
  expect(await world.try(anybody, (tx) => verifyByFile(tx, signed))).toMatchObject({ verdict: "valid", paper: { code: out.code, signerName: cast.binh.name } });
  const { rows } = await world.asOwner((owner) => owner.query("select id, commune_id from papers where code = $1", [out.code]));
  const kept = await world.try(binh, (tx) => findPaperFile(tx, { communeId: rows[0].commune_id, id: rows[0].id }));
  expect(kept?.equals(signed)).toBe(true);
  expect(await one(signed)).toBe("already");
  expect(await one(await sign(out.unsigned, new Date(friday.getTime() + 1_000)))).toBe("takenBack");
});

test("an apology and a stop stand at once; their letters go out beside the result, and come back with nothing but a signature", async () => {
  const [matter] = await propose(world, minh, 1);
  if (!matter) throw new Error("nothing was proposed");
  const later = new Date(friday.getTime() + 60_000);
  const { matter: put, paper } = await world.commit(binh, (tx) => signApology(tx, matter.publicRef, { version: matter.version, reason: "Chờ xác minh", added: 1 }), later);
  expect(paper, "the letter is outside").toBeNull();
  expect(put.dueAt?.getTime()).toBeGreaterThan(matter.dueAt?.getTime() ?? 0);
  await see(world, binh, [put]);
  expect(await doEach(apart, [put.publicRef], exportSeen)).toMatchObject([{ outcome: "exported" }]);
  const outside = (await world.try(binh, (tx) => listOutside(tx, units.phuongSon.id, 100))).filter(({ matterId }) => matterId === matter.id);
  expect(outside.map(({ form }) => form)).toEqual(["04", "CT08"]);
  const signedLetter = await sign((await world.try(binh, (tx) => getOutside(tx, outside[0]?.code ?? ""))).pdf, later);
  expect(await one(signedLetter)).toBe("accepted");
  expect(await stateOf(matter), "the result is still outside").toEqual({ state: "outForSigning", papers: 1 });
  expect(await world.try(anybody, (tx) => verifyByFile(tx, signedLetter))).toMatchObject({ verdict: "valid", paper: { form: "04" } });
  const ended = await receive(world);
  const { matter: stopped } = await world.commit(binh, (tx) => stopWork(tx, ended.publicRef, { version: 1, code: "doneOtherwise", remark: null }));
  expect(stopped).toMatchObject({ state: "stopped", outcome: "stopped" });
  const notice = (await world.try(binh, (tx) => listOutside(tx, units.phuongSon.id, 100))).find(({ matterId }) => matterId === ended.id);
  expect(await one(await sign((await world.try(binh, (tx) => getOutside(tx, notice?.code ?? ""))).pdf))).toBe("accepted");
  expect(await stateOf(ended)).toEqual({ state: "stopped", papers: 1 });
});

test("a batch in a ZIP, with strangers among it: each is judged for itself", async () => {
  const outs = await takeOut(3);
  const files = await Promise.all(outs.map(async ({ code, unsigned }) => ({ name: `${code}.pdf`, bytes: await sign(unsigned) })));
  const zip = zipFiles([...files, { name: "thu/ghi-chu.txt", bytes: Buffer.from("xin chào") }], friday);
  const brought = await bring(["ky.zip", zip], ["khac.pdf", Buffer.from("%PDF-1.7 nothing")]);
  expect(brought.map((file) => [file.name, verdictOf(file)])).toEqual([...files.map(({ name }) => [name, "accepted"]), ["ghi-chu.txt", "notPdf"], ["khac.pdf", "notOurs"]]);
  const again = await bring(["ky.zip", zip]);
  expect(again.slice(0, 3).map(verdictOf)).toEqual(["already", "already", "already"]);
});

test("two who bring the same file at once keep it once", async () => {
  const [out] = await takeOut(1);
  if (!out) throw new Error("nothing was taken out");
  const signed = await sign(out.unsigned);
  const results = await Promise.all([one(signed), one(signed), one(signed)]);
  expect(results.toSorted()).toEqual(["accepted", "already", "already"]);
  expect(await stateOf(out.matter)).toEqual({ state: "signed", papers: 1 });
});

/** The file as an intruder writes it: objects of the paper said anew, before it is signed. */
function rewritten(unsigned: Uint8Array, change: (objects: ReturnType<typeof readObjects>) => { object: number; text: string }[]): Buffer {
  const objects = readObjects(unsigned);
  return appendRevision(objects, change(objects));
}

test("hostile files change nothing, and each is told why", async () => {
  const [out, other] = await takeOut(2);
  if (!out || !other) throw new Error("nothing was taken out");
  const signed = await sign(out.unsigned);
  const at = signed.indexOf("/Contents <", out.unsigned.length) + 12;
  const flipped = (offset: number): Buffer => Buffer.from(signed.map((byte, i) => (i === offset ? byte ^ 1 : byte)));
  const free = Math.max(...readObjects(out.unsigned).offsets.keys()) + 1;
  const page = listPages(out.unsigned)[0]?.object ?? 0;
  const signedPage = listPages(signed)[0];
  if (!signedPage) throw new Error("a paper has a page");
  const pageText = signed.toString("latin1").slice(signedPage.dictionary.start, signedPage.dictionary.end);
  /** The signed file, its own page said once more with something in it, and signed again by nobody: only the structure is looked at. */
  const withAnnotation = rewritten(out.unsigned, () => [
    { object: page, text: pageText.replace("/Annots [", `/Annots [${free + 8} 0 R `) },
    { object: free + 8, text: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /Contents (x) >>" },
  ]);
  const stranger = await openDemoSigner(join(world.keysDir, "elsewhere"), { id: "x", organisation: units.phuongSon.name, commonName: cast.binh.name });
  const clerk = await world.house.signerOf({ postId: units.phuongSon.id, accountId: cast.minh.id, name: cast.minh.name });
  const neighbour = await world.house.signerOf({ postId: units.tienLuc.id, accountId: 77, name: cast.binh.name });
  const hostile: Readonly<Record<string, readonly [Uint8Array, string]>> = {
    "one byte of the paper": [flipped(out.unsigned.length >> 1), "notOurs"],
    "one byte of the signature": [flipped(at + 100), "altered"],
    "not signed": [out.unsigned, "unsigned"],
    "a signature from another paper": [Buffer.concat([other.unsigned, signed.subarray(out.unsigned.length)]), "unreadable"],
    "two signatures": [await sign(signed, new Date(friday.getTime() + 1_000)), "several"],
    "something after the signature": [Buffer.concat([signed, Buffer.from(`\n% ${eicar}\n`)]), "unreadable"],
    "a revision after the signature": [rewritten(signed, () => [{ object: free + 9, text: `(${eicar})` }]), "added"],
    "EICAR before the signature, signed too": [await sign(rewritten(out.unsigned, () => [{ object: free, text: `(${eicar})` }])), "added"],
    "another page, signed too": [await sign(rewritten(out.unsigned, () => [{ object: page, text: "<< /Type /Page /MediaBox [0 0 595 842] /Contents 1 0 R >>" }])), "added"],
    "a note on the page, signed too": [await sign(withAnnotation), "added"],
    "a form that runs a script": [Buffer.from(signed.toString("latin1").replace("/SigFlags 3", "/XFA 3     "), "latin1"), "added"],
    "a field that acts": [Buffer.from(signed.toString("latin1").replace("/F 132 ", "/AA 132"), "latin1"), "added"],
    "by a stranger under our names": [await signPdf(out.unsigned, stranger, note), "untrusted"],
    "by a clerk of the post": [await signPdf(out.unsigned, clerk, note), "notAllowed"],
    "by the same name at another post": [await signPdf(out.unsigned, neighbour, note), "notAllowed"],
    "signed yesterday": [await sign(out.unsigned, new Date(friday.getTime() - 86_400_000)), "wrongTime"],
    "signed tomorrow": [await sign(out.unsigned, new Date(friday.getTime() + 86_400_000)), "wrongTime"],
    "adbe.pkcs7.detached": [Buffer.from(signed.toString("latin1").replace("/ETSI.CAdES.detached", "/adbe.pkcs7.detached"), "latin1"), "notPades"],
    "a picture over the page": [Buffer.from(signed.toString("latin1").replace("/Rect [0 0 0 0]", "/Rect [0 0 9 9]"), "latin1"), "visible"],
    "EICAR in a PDF": [Buffer.from(`%PDF-1.7\n1 0 obj (${eicar}) endobj`), "notOurs"],
    "no PDF": [Buffer.from(eicar), "notPdf"],
    "too large": [Buffer.concat([signed, Buffer.alloc(2_000_000)]), "tooLarge"],
    "a megabyte behind it": [Buffer.concat([signed, Buffer.alloc(1_000_000, 0x20)]), "tooLong"],
  };
  for (const [name, [bytes, expected]] of Object.entries(hostile)) expect([name, await one(bytes)]).toEqual([name, expected]);
  expect([await stateOf(out.matter), await stateOf(other.matter)]).toEqual([
    { state: "outForSigning", papers: 0 },
    { state: "outForSigning", papers: 0 },
  ]);
  // The paper of one dossier never ends up in another.
  expect(await one(await sign(other.unsigned))).toBe("accepted");
  expect([(await stateOf(out.matter)).state, (await stateOf(other.matter)).state]).toEqual(["outForSigning", "signed"]);
  expect(await one(signed)).toBe("accepted");
});

test("archives that would grow, lie or lie broken are refused as a whole", async () => {
  const bomb = zipSync({ "a.pdf": new Uint8Array(60_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  const many = zipSync(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i}.pdf`, Buffer.from("%PDF-")])));
  const broken = zipFiles([{ name: "a.pdf", bytes: Buffer.from("%PDF-1.7") }], friday).subarray(0, 40);
  const brought = await bring(["bom.zip", bomb], ["nhieu.zip", many], ["hong.zip", broken]);
  expect(brought.map(verdictOf)).toEqual(["archiveTooLarge", "archiveTooLarge", "badArchive"]);
  // The entry says ten bytes and would grow to sixty million: no more than it says is ever unpacked.
  const lying = Buffer.from(bomb);
  for (let at = lying.indexOf("PK\u0001\u0002"); at >= 0; at = lying.indexOf("PK\u0001\u0002", at + 1)) lying.writeUInt32LE(10, at + 24);
  const unpacked = unzipFiles(lying, { files: 10, bytes: 1_000_000 });
  expect(unpacked.ok ? unpacked.files.map(({ bytes }) => bytes.length) : unpacked.fault).toSatisfy(
    (found) => found === "unreadable" || (Array.isArray(found) && found.every((length) => length <= 10)),
  );
  expect(verdictOf((await bringFiles(apart, [{ field: "tep", name: "lon.pdf", bytes: Buffer.alloc(0), tooLarge: true }]))[0])).toBe("tooLarge");
});

test("what was taken back is void, and its number is taken up again by the same dossier", async () => {
  const [out, next] = await takeOut(2);
  if (!out || !next) throw new Error("nothing was taken out");
  const papers = await world.try(binh, (tx) => listOutside(tx, units.phuongSon.id, 100));
  const number = papers.find(({ code }) => code === out.code)?.number;
  const signedOld = await sign(out.unsigned);
  await expect(world.commit(binh, (tx) => sendBack(tx, out.matter.publicRef, { version: 3, note: "Sửa" }))).rejects.toMatchObject({ code: "notNow" });
  await expect(world.commit(minh, (tx) => withdraw(tx, out.matter.publicRef, { version: 3, note: "Rút" }))).rejects.toMatchObject({ code: "notNow" });
  await expect(world.commit(binh, (tx) => dossierSignable.takeBack(tx, out.matter.publicRef, { version: 3, note: "" }))).rejects.toMatchObject({ code: "invalid" });
  await world.commit(binh, (tx) => dossierSignable.takeBack(tx, out.matter.publicRef, { version: 3, note: "Sai tên" }));
  expect(await one(signedOld)).toBe("takenBack");
  await world.commit(binh, (tx) => sendBack(tx, out.matter.publicRef, { version: 4, note: "Sửa tên" }));
  await world.commit(minh, (tx) => proposeResult(tx, out.matter.publicRef, { version: 5, proposal: proposalOf("Câu đã sửa.") }));
  await see(world, binh, [out.matter]);
  expect(await world.commit(binh, (tx) => exportSeen(tx, out.matter.publicRef))).toMatchObject({ outcome: "exported" });
  const again = (await world.try(binh, (tx) => listOutside(tx, units.phuongSon.id, 100))).find(({ matterId }) => matterId === out.matter.id);
  expect(again).toMatchObject({ number, form: "CT08" });
  expect(again?.code).not.toBe(out.code);
  expect(await one(await sign((await world.try(binh, (tx) => getOutside(tx, again?.code ?? ""))).pdf))).toBe("accepted");
  const { rows } = await world.asOwner((owner) =>
    owner.query("select number from papers where form = 'CT08' union select number from unsigned_papers where form = 'CT08' order by 1"),
  );
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: rows.length }, (_, i) => i + 1));
});

test("where papers are signed elsewhere, nothing is signed here, and a clerk takes nothing away", async () => {
  const [one] = await propose(world, minh, 1);
  if (!one) throw new Error("nothing was proposed");
  await see(world, binh, [one]);
  await expect(world.commit(binh, (tx) => signSeen(tx, one.publicRef))).rejects.toMatchObject({ code: "notNow" });
  await expect(world.commit(minh, (tx) => exportSeen(tx, one.publicRef))).rejects.toMatchObject({ code: "notPermitted" });
  const { rows } = await world.asOwner((owner) => owner.query("select count(*)::int as outside from unsigned_papers where state = 'out'"));
  expect(await world.try(minh, (tx) => listOutside(tx, units.phuongSon.id, 100))).toEqual([]);
  expect((await world.try(binh, (tx) => listOutside(tx, units.phuongSon.id, 100))).length).toBe(rows[0].outside);
});

test("outside a demonstration only a listed certificate signs, for its post and in its name", async () => {
  const signer = await binhSigner();
  const certificate = signer.certificates[0] ?? new Uint8Array();
  const directory = world.house.units;
  const listed = { post: "07612", name: cast.binh.name, sha256: fingerprintOf(certificate) };
  const trusting = (signers: readonly AllowedSigner[]) => importTrust({ trust: { anchors: [], signers }, units: directory, demoAnchor: null });
  const asked = { postId: units.phuongSon.id, name: cast.binh.name, certificate };
  expect(trusting([listed]).maySign(asked)).toBe(true);
  expect(trusting([]).maySign(asked)).toBe(false);
  expect(trusting([{ ...listed, post: "07381" }]).maySign(asked)).toBe(false);
  expect(trusting([{ ...listed, name: cast.minh.name }]).maySign(asked)).toBe(false);
  expect(trusting([{ ...listed, sha256: "0".repeat(64) }]).maySign(asked)).toBe(false);
  expect((await world.house.importTrust()).anchors).toEqual([await openDemoAnchor(world.keysDir)]);
});
