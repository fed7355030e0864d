import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../../test/world/cast.ts";
import { receive } from "../../../../test/world/counter.ts";
import { as, openWorld, type World } from "../../../../test/world/index.ts";
import { allowed, photo } from "../../attachments/files.stage.ts";
import { checkFile } from "../../attachments/index.ts";
import { findSealed, insertAttachment, listAttachments } from "../../attachments/queries.ts";
import { getMatter, listTimeline } from "../queries.ts";
import { attachFile, openFile, removeFile } from "./files.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const minh = as(cast.minh);
const binh = as(cast.binh);
const hanh = as(cast.hanh);
const place = { communeId: 3, provinceId: 1 };

async function withFile() {
  const { id, publicRef } = await receive(world, { caseId: "civilStatusNotShared" });
  const file = await checkFile(await photo(), allowed, null);
  const attach = () => world.commit(minh, async (tx) => attachFile(tx, await getMatter(tx, place.communeId, id), { paperCode: "proof-civil-status", file }));
  await attach();
  const [kept] = await world.try(minh, (tx) => listAttachments(tx, { ...place, matterId: id }));
  if (!kept) throw new Error("nothing was kept");
  return { id, publicRef, file, kept, attach };
}

test("a file is kept once, sealed, with who and when, as a step of the dossier", async () => {
  const { id, publicRef, file, kept, attach } = await withFile();
  await attach();
  expect(await world.try(minh, (tx) => listAttachments(tx, { ...place, matterId: id }))).toHaveLength(1);
  expect(kept).toMatchObject({ keptBy: cast.minh.id, keptByName: cast.minh.name, scan: "notScanned", mediaType: "image/jpeg" });
  const sealed = await world.try(minh, (tx) => findSealed(tx, kept));
  expect(sealed?.includes(file.bytes.subarray(0, 20))).toBe(false);
  const opened = await world.try(minh, (tx) => openFile(tx, publicRef, kept.code));
  expect(opened.bytes.equals(file.bytes)).toBe(true);
  const steps = await world.try(minh, (tx) => listTimeline(tx, { ...place, id }));
  expect(steps.at(-1)).toMatchObject({ action: "attach", public: false, facts: { paper: "proof-civil-status", sha256: kept.sha256.toString("hex") } });
});

test("removing is the chief's decision with a reason; the content is gone and the record is not", async () => {
  const { id, publicRef, kept } = await withFile();
  const given = { code: kept.code, reason: "Bà con đưa nhầm giấy của người khác" };
  await expect(world.commit(minh, (tx) => removeFile(tx, publicRef, given))).rejects.toMatchObject({ code: "notPermitted" });
  await world.commit(binh, (tx) => removeFile(tx, publicRef, given));
  await expect(world.try(minh, (tx) => openFile(tx, publicRef, kept.code))).rejects.toMatchObject({ code: "notFound" });
  await expect(world.commit(binh, (tx) => removeFile(tx, publicRef, given))).rejects.toMatchObject({ code: "alreadyDone" });
  const [row] = await world.try(minh, (tx) => listAttachments(tx, { ...place, matterId: id }));
  expect(row).toMatchObject({ removedByName: cast.binh.name, removedFor: given.reason, sha256: kept.sha256 });
  expect(await world.try(minh, (tx) => findSealed(tx, kept))).toBeNull();
  const steps = await world.try(minh, (tx) => listTimeline(tx, { ...place, id }));
  expect(steps.at(-1)).toMatchObject({ action: "removeFile", note: given.reason });
});

test("another post sees no file, and the database itself refuses who may not keep one", async () => {
  const { id, publicRef, kept } = await withFile();
  await expect(world.try(hanh, (tx) => openFile(tx, publicRef, kept.code))).rejects.toMatchObject({ code: "notFound" });
  expect(await world.try(hanh, (tx) => listAttachments(tx, { ...place, matterId: id }))).toEqual([]);
  const { id: _id, keptByName: _k, removedByName: _r, removedAt: _a, removedBy: _b, removedFor: _f, ...row } = kept;
  const asAuditor = { ...minh, id: cast.kien.id };
  await expect(world.try(asAuditor, (tx) => insertAttachment(tx, { ...row, code: "3333333333333333", keptBy: cast.kien.id }, Buffer.from("x")))).rejects.toThrow(
    /row-level security/,
  );
});

test("bytes that were changed in the database are not given out", async () => {
  const { publicRef, kept } = await withFile();
  await world.asOwner((client) => client.query("update attachment_files set sealed = overlay(sealed placing '\\x00'::bytea from 60) where attachment_id = $1", [kept.id]));
  await expect(world.try(minh, (tx) => openFile(tx, publicRef, kept.code))).rejects.toThrow();
});

test("two officers who keep a file at the same moment: both are kept, or one is told to try again", async () => {
  const { id } = await receive(world, { caseId: "civilStatusNotShared" });
  const files = await Promise.all([400, 401].map(async (width) => checkFile(await photo({ width }), allowed, null)));
  const attempts = await Promise.allSettled(
    files.map((file) => world.commit(minh, async (tx) => attachFile(tx, await getMatter(tx, 3, id), { paperCode: "proof-civil-status", file }))),
  );
  const failed = attempts.filter((one) => one.status === "rejected");
  expect(failed.length).toBeLessThan(2);
  for (const one of failed) expect(one.reason).toMatchObject({ code: "changedMeanwhile" });
  const kept = await world.try(minh, (tx) => listAttachments(tx, { ...place, matterId: id }));
  expect(kept).toHaveLength(2 - failed.length);
});
