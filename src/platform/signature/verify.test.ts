import { createHash, generateKeyPairSync, sign as signBytes, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import forge from "node-forge";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chief, hole, latin1, makeSignedPaper, note, type SignedPaper } from "../../../test/world/signed-paper.ts";
import { openDemoSigner } from "./demo-signer.ts";
import { signPdf } from "./sign.ts";
import type { Signer } from "./signer.ts";
import { verifyPdf } from "./verify.ts";

let made: SignedPaper;
let folder = "";
let paper: Uint8Array;
let signed: Uint8Array;
let signer: Signer;
let trusted: readonly Uint8Array[];

beforeAll(async () => {
  made = await makeSignedPaper();
  ({ folder, paper, signed, signer, trusted } = made);
});
afterAll(() => made.remove());

const valid = { outcome: "valid", signerName: chief.commonName, organisation: chief.organisation, signedAt: note.at };
const outcome = (pdf: Uint8Array): string => verifyPdf(pdf, trusted).outcome;

function changed(pdf: Uint8Array, at: number, text: string): Buffer {
  const copy = Buffer.from(pdf);
  copy.write(text, at, "latin1");
  return copy;
}

describe("what is checked", () => {
  test("a paper as it was signed is valid, and says who and when", () => {
    expect(verifyPdf(signed, trusted)).toMatchObject(valid);
  });

  test("a paper signed twice is valid by its last signature", async () => {
    const deputy = { id: "deputy", organisation: chief.organisation, commonName: "Vũ Văn Khoẻ" };
    const twice = await signPdf(signed, await openDemoSigner(join(folder, "keys"), deputy), { ...note, name: deputy.commonName });
    expect(verifyPdf(twice, trusted)).toMatchObject({ outcome: "valid", signerName: "Vũ Văn Khoẻ" });
    expect(latin1(twice)).toContain("/T (Signature2)");
    expect(Buffer.from(twice.subarray(0, signed.length)).equals(signed)).toBe(true);
  });

  test("nobody is trusted but whom we name, and not outside the days of the certificate", async () => {
    expect(verifyPdf(signed, [])).toMatchObject({ ...valid, outcome: "untrusted" });
    const stranger = await openDemoSigner(join(folder, "elsewhere"), chief);
    expect(verifyPdf(await signPdf(paper, stranger, note), trusted)).toMatchObject({ ...valid, outcome: "untrusted" });
    const tooEarly = new Date("2019-06-01T00:00:00Z");
    expect(verifyPdf(await signPdf(paper, signer, { ...note, at: tooEarly }), trusted)).toMatchObject({ ...valid, outcome: "untrusted", signedAt: tooEarly });
  });

  test("a signer's certificate cannot make further signers", async () => {
    const pem = await readFile(join(folder, "keys", "post.pem"), "utf8");
    const { certificate, key } = makeRsaCertificate({ issuerName: chief, issuerKey: pem });
    const [leaf, made] = [new X509Certificate(pem), new X509Certificate(certificate)];
    expect(made.issuer).toBe(leaf.subject);
    expect(made.verify(leaf.publicKey)).toBe(true);
    const forged: Signer = { certificates: [certificate, ...signer.certificates], algorithm: "rsa-sha256", sign: async (bytes) => signBytes("sha256", bytes, key) };
    expect(outcome(await signPdf(paper, forged, note))).toBe("untrusted");
  });

  test("another certificate for the same key does not fit the signature", async () => {
    const own = makeRsaCertificate();
    const twin = makeRsaCertificate({ key: own.key });
    const pdf = await signPdf(paper, { certificates: [own.certificate], algorithm: "rsa-sha256", sign: async (bytes) => signBytes("sha256", bytes, own.key) }, note);
    const { start } = hole(pdf);
    const [from, to] = [own.certificate, twin.certificate].map((one) => Buffer.from(one).toString("hex"));
    expect(to).toHaveLength(from?.length ?? 0);
    expect(verifyPdf(changed(pdf, latin1(pdf).indexOf(from as string, start), to as string), [own.certificate, twin.certificate])).toEqual({
      outcome: "altered",
      reason: "signature",
    });
  });

  test("a paper that was never signed is unsigned, whatever words stand in it", () => {
    expect(verifyPdf(paper, trusted)).toEqual({ outcome: "unsigned" });
  });

  test.each([
    ["nothing", ""],
    ["a picture", "\x89PNG"],
    ["a PDF behind other bytes", "<html>%PDF-1.7"],
    ["thousands of beginnings", `%PDF-1.7 ${"1 0 obj << /ByteRange [".repeat(5_000)}`],
  ])("%s is unreadable", (_name, text) => {
    expect(verifyPdf(Buffer.from(text, "latin1"), trusted)).toEqual({ outcome: "unreadable" });
  });

  test("twenty megabytes of anything are answered", () => {
    const junk = Buffer.alloc(20_000_000, "1 0 obj << /Contents < /Byte Range [(");
    junk.write("%PDF-1.7\n");
    expect(outcome(junk)).toBe("unsigned");
    const nested = Buffer.alloc(20_000_000, "<</a[");
    nested.write("%PDF-1.7\n1 0 obj ");
    nested.write("/ByteRange", 19_000_000);
    expect(outcome(nested)).toBe("unsigned");
  });
});

describe("a paper that was changed is never valid", () => {
  test("any single byte, anywhere", () => {
    const place = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(place, ({ at, to }) => {
        const copy = Uint8Array.from(signed);
        const position = at % copy.length;
        fc.pre(copy[position] !== to);
        copy[position] = to;
        expect(outcome(copy)).not.toBe("valid");
      }),
      { numRuns: 1_500 },
    );
  });

  test("each digit of the signature and of the noughts behind it", () => {
    const { start, end } = hole(signed);
    const bits = [1, 2, 4, 8, 16, 32, 64, 128];
    for (let at = start; at < end; at += 1) {
      const copy = Uint8Array.from(signed);
      copy[at] = (copy[at] as number) ^ (bits[at % bits.length] as number);
      expect(outcome(copy), `digit ${at - start}`).not.toBe("valid");
    }
  });

  test("something behind the end, even white space; something missing at the end", () => {
    for (const more of ["\n", " ", "%%EOF", "\n1 0 obj << >> endobj"]) {
      expect(verifyPdf(Buffer.concat([signed, Buffer.from(more)]), trusted)).toEqual({ outcome: "altered", reason: "notCovered" });
    }
    expect(verifyPdf(signed.subarray(0, -1), trusted)).toEqual({ outcome: "altered", reason: "notCovered" });
  });

  test("an incremental update that shows another page", () => {
    const update = `\n10 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\nxref\n10 1\n${String(signed.length + 1).padStart(10, "0")} 00000 n \ntrailer\n<< /Size 99 /Root 10 0 R /Prev 1 >>\nstartxref\n${signed.length + 52}\n%%EOF\n`;
    expect(verifyPdf(Buffer.concat([signed, Buffer.from(update)]), trusted)).toEqual({ outcome: "altered", reason: "notCovered" });
  });

  test("an update signed by a stranger: the last signature counts, and it is not ours", async () => {
    const stranger = await openDemoSigner(join(folder, "elsewhere"), { ...chief, commonName: "Kẻ Lạ" });
    expect(verifyPdf(await signPdf(signed, stranger, note), trusted)).toMatchObject({ outcome: "untrusted", signerName: "Kẻ Lạ" });
  });

  const range = () => [...latin1(signed).matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\] */g)].at(-1) as RegExpExecArray;
  const withRange = (numbers: readonly (number | string)[]) => changed(signed, range().index, `/ByteRange [${numbers.join(" ")}]`.padEnd(range()[0].length));

  test.each<[string, (a: number, b: number, c: number) => (number | string)[]]>([
    ["a start that is not the first byte", (a, b, c) => [1, a - 1, b, c]],
    ["a gap wider than the signature, to the left", (a, b, c) => [0, a - 10, b, c]],
    ["a gap wider than the signature, to the right", (a, b, c) => [0, a, b + 5, c - 5]],
    ["ranges that overlap", (a, b, c) => [0, b, a, c + (b - a)]],
    ["no gap at all", (_a, b, c) => [0, b, b, c]],
    ["an end before the end of the file", (a, b, c) => [0, a, b, c - 1]],
    ["an end behind the end of the file", (a, b, c) => [0, a, b, c + 1]],
    ["negative numbers", (a, b, c) => [0, a, b, -c]],
    ["numbers that are none", (a, b) => [0, a, b, "null"]],
    ["three numbers", (a, b) => [0, a, b]],
    ["five numbers", (a, b, c) => [0, a, b, c, 0]],
  ])("a ByteRange with %s", (_name, numbers) => {
    const [, a, b, c] = range().map(Number) as [number, number, number, number];
    expect(verifyPdf(withRange(numbers(a, b, c)), trusted)).toEqual({ outcome: "altered", reason: "notCovered" });
  });

  test("the signature wrapped into a larger file, its range kept in an object of its own", () => {
    const evil = Buffer.concat([Buffer.from("%PDF-1.7\n7 0 obj\n(another paper)\nendobj\n"), signed]);
    expect(verifyPdf(evil, trusted)).toEqual({ outcome: "altered", reason: "notCovered" });
  });

  test("the signature of one paper on another", async () => {
    const other = await signPdf(Buffer.from(latin1(paper).replace("/Lang", "/Lnag"), "latin1"), signer, note);
    const { start, end } = hole(signed);
    expect(other).toHaveLength(signed.length);
    expect(verifyPdf(changed(other, start, latin1(signed).slice(start, end)), trusted)).toEqual({ outcome: "altered", reason: "signature" });
  });

  test("something hidden behind the signature, or its letters in another case here and there", () => {
    const { start, end } = hole(signed);
    expect(verifyPdf(changed(signed, end - 2, "01"), trusted)).toEqual({ outcome: "altered", reason: "padding" });
    const letter = start + latin1(signed).slice(start, end).search(/[a-f]/);
    expect(verifyPdf(changed(signed, letter, latin1(signed).charAt(letter).toUpperCase()), trusted)).toEqual({ outcome: "altered", reason: "padding" });
  });

  test("random bytes where the signature was", () => {
    const { start, end } = hole(signed);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
        const hex = Buffer.concat([Buffer.from([0x30, 0x82]), Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]).toString("hex");
        expect(outcome(changed(signed, start, hex.padEnd(end - start, "0")))).toBe("altered");
      }),
      { numRuns: 300 },
    );
  });
});

/** A certificate made by node-forge, signed by itself, or in the name of somebody else. */
function makeRsaCertificate(wish: { key?: string; issuerName?: typeof chief; issuerKey?: string } = {}): { certificate: Uint8Array; key: string } {
  const key = wish.key ?? (generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }) as string);
  const certificate = forge.pki.createCertificate();
  const secret = forge.pki.privateKeyFromPem(key);
  certificate.publicKey = forge.pki.setRsaPublicKey(secret.n, secret.e);
  certificate.serialNumber = `4${createHash("sha256").update(`${Math.random()}`).digest("hex").slice(0, 15)}`;
  certificate.validity.notBefore = new Date("2025-01-01T00:00:00Z");
  certificate.validity.notAfter = new Date("2030-01-01T00:00:00Z");
  const self = [{ shortName: "CN", value: "Vu Van Khoe" }];
  certificate.setSubject(self);
  certificate.setIssuer(
    wish.issuerName === undefined
      ? self
      : [
          { shortName: "C", value: "VN" },
          { shortName: "O", value: wish.issuerName.organisation, valueTagClass: forge.asn1.Type.UTF8 as never },
          { shortName: "CN", value: wish.issuerName.commonName, valueTagClass: forge.asn1.Type.UTF8 as never },
        ],
  );
  certificate.sign(secret, forge.md.sha256.create());
  const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), "latin1");
  return { certificate: wish.issuerKey === undefined ? Uint8Array.from(der) : resign(der, wish.issuerKey), key };
}

/** The same certificate with its signature made by another key, as a leaf that wants to be an authority would do it. */
function resign(der: Buffer, issuerKey: string): Uint8Array {
  const outer = forge.asn1.fromDer(forge.util.createBuffer(der.toString("latin1")));
  const parts = outer.value as forge.asn1.Asn1[];
  const algorithm = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SEQUENCE, true, [
    forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.OID, false, forge.asn1.oidToDer("1.2.840.10045.4.3.2").getBytes()),
  ]);
  (parts[0]?.value as forge.asn1.Asn1[])[2] = algorithm;
  const tbs = Buffer.from(forge.asn1.toDer(parts[0] as forge.asn1.Asn1).getBytes(), "latin1");
  const value = signBytes("sha256", tbs, issuerKey);
  parts[1] = algorithm;
  parts[2] = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.BITSTRING, false, `\0${value.toString("latin1")}`);
  return Uint8Array.from(Buffer.from(forge.asn1.toDer(outer).getBytes(), "latin1"));
}
