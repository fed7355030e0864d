import { verify, X509Certificate } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoIdentity, openDemoAnchor, openDemoSigner } from "./demo-signer.ts";

const chief: DemoIdentity = { organisation: "Công an xã Bắc Lũng", commonName: "Nguyễn Thị Hoài Ước" };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gan-dan-keys-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("are made once and found again, for their owner alone", async () => {
  const keys = join(folder, "keys");
  const signer = await openDemoSigner(keys, chief);
  const again = await openDemoSigner(keys, chief);
  expect(again.certificates.map((one) => Buffer.from(one))).toEqual(signer.certificates.map((one) => Buffer.from(one)));
  for (const name of await readdir(keys)) expect((await stat(join(keys, name))).mode & 0o777, name).toBe(0o600);
  expect(await readFile(join(keys, "post.pem"), "utf8")).toContain("-----BEGIN PRIVATE KEY-----");
});

test("eight starts at once agree on one authority and one key", async () => {
  const keys = join(folder, "race");
  const signers = await Promise.all(Array.from({ length: 8 }, () => openDemoSigner(keys, chief)));
  expect(new Set(signers.map((one) => Buffer.concat(one.certificates).toString("hex"))).size).toBe(1);
  expect((await readdir(keys)).sort()).toEqual(["demo-authority.pem", "post.pem"]);
  const [leaf, authority] = (signers[0]?.certificates ?? []).map((one) => new X509Certificate(one)) as [X509Certificate, X509Certificate];
  expect(authority.raw).toEqual(Buffer.from(await openDemoAnchor(keys)));
  expect(leaf.verify(authority.publicKey)).toBe(true);
});

test("a start that was cut off leaves nothing that the next one trips over", async () => {
  const keys = join(folder, "cut");
  await mkdir(keys);
  await writeFile(join(keys, "post.pem.00.new"), "-----BEGIN PRIV");
  expect((await openDemoSigner(keys, chief)).certificates).toHaveLength(2);
});

test("a damaged file is named, and never replaced in silence", async () => {
  const keys = join(folder, "damaged");
  await openDemoSigner(keys, chief);
  await writeFile(join(keys, "post.pem"), "");
  await expect(openDemoSigner(keys, chief)).rejects.toThrow("post.pem does not hold a demo key");
});

test("a new chief gets a new key, and the authority under which the old papers count stays", async () => {
  const keys = join(folder, "change");
  const names = [chief, { ...chief, commonName: "Vũ Văn Khoẻ" }];
  const before = await openDemoSigner(keys, names[0] as DemoIdentity);
  const after = await openDemoSigner(keys, names[1] as DemoIdentity);
  const authority = new X509Certificate(await openDemoAnchor(keys));
  const leaves = [before, after].map((one) => new X509Certificate(one.certificates[0] as Uint8Array));
  expect(leaves.map((leaf) => leaf.verify(authority.publicKey))).toEqual([true, true]);
  expect(leaves.map((leaf) => leaf.subject)).toEqual(names.map(({ commonName, organisation }) => `C=VN\nO=${organisation}\nCN=${commonName}`));
  const bytes = Buffer.from("giấy");
  expect(verify("sha256", bytes, (leaves[1] as X509Certificate).publicKey, await after.sign(bytes))).toBe(true);
});

test.each(["../post", "", "demo-authority", "A B"])("%j names no key", async (id) => {
  await expect(openDemoSigner(join(folder, "keys"), { ...chief, id })).rejects.toThrow(RangeError);
});
