import { createHash, createPublicKey, generateKeyPairSync, sign as signBytes, verify as verifyBytes, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chief, hole, latin1, makeSignedPaper, note, type SignedPaper } from "../../../test/world/signed-paper.ts";
import { signPdf } from "./sign.ts";
import type { Signer } from "./signer.ts";
import { PdfSyntaxError } from "./syntax.ts";
import { verifyPdf } from "./verify.ts";

let made: SignedPaper;
let paper: Uint8Array;
let signed: Uint8Array;
let signer: Signer;
let trusted: readonly Uint8Array[];

beforeAll(async () => {
  made = await makeSignedPaper();
  ({ paper, signed, signer, trusted } = made);
});
afterAll(() => made.remove());

/** Reads the signature with node-forge, which knows nothing of our code, and does the arithmetic of RFC 5652 by hand. */
function readIndependently(pdf: Uint8Array) {
  const { start, end } = hole(pdf);
  const der = Buffer.from(latin1(pdf).slice(start, end), "hex");
  const content = forge.asn1.fromDer(forge.util.createBuffer(der.toString("latin1")), { parseAllBytes: false } as never);
  const at = (node: forge.asn1.Asn1, ...path: number[]) => path.reduce((one, index) => (one.value as forge.asn1.Asn1[])[index] as forge.asn1.Asn1, node);
  const bytes = (node: forge.asn1.Asn1) => Buffer.from(node.value as string, "latin1");
  const data = at(content, 1, 0);
  const info = at(data, 4, 0);
  const attributes = (at(info, 3).value as forge.asn1.Asn1[]).map((one) => ({ id: forge.asn1.derToOid(at(one, 0).value as string), value: at(one, 1, 0) }));
  const certificates = (at(data, 3).value as forge.asn1.Asn1[]).map((one) => new X509Certificate(Buffer.from(forge.asn1.toDer(one).getBytes(), "latin1")));
  const set = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, at(info, 3).value as forge.asn1.Asn1[]);
  const find = (id: string) => attributes.find((one) => one.id === id)?.value as forge.asn1.Asn1;
  return {
    attributeIds: attributes.map((one) => one.id).sort(),
    messageDigest: bytes(find("1.2.840.113549.1.9.4")),
    certificateHash: bytes(at(find("1.2.840.113549.1.9.16.2.47"), 0, 0, 0)),
    signedBytes: Buffer.from(forge.asn1.toDer(set).getBytes(), "latin1"),
    signature: bytes(at(info, 5)),
    certificates,
    covered: createHash("sha256")
      .update(pdf.subarray(0, start - 1))
      .update(pdf.subarray(end + 1))
      .digest(),
  };
}

describe("what is signed", () => {
  test("is found right by an implementation that is not ours", () => {
    const read = readIndependently(signed);
    const own = read.certificates.find((one) => one.subject.includes(chief.commonName)) as X509Certificate;
    expect(read.messageDigest).toEqual(read.covered);
    expect(read.certificateHash).toEqual(createHash("sha256").update(own.raw).digest());
    expect(verifyBytes("sha256", read.signedBytes, own.publicKey, read.signature)).toBe(true);
    expect(read.certificates).toHaveLength(2);
    expect(own.verify(new X509Certificate(trusted[0] as Uint8Array).publicKey)).toBe(true);
  });

  test("is baseline B-B: content type, digest and certificate are signed, the time stands in the dictionary alone", () => {
    expect(readIndependently(signed).attributeIds).toEqual(["1.2.840.113549.1.9.16.2.47", "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"]);
    expect(latin1(signed)).toContain("/SubFilter /ETSI.CAdES.detached");
    expect(latin1(signed)).toContain("/M (D:20260205163015+07'00')");
  });

  test("leaves every byte of the paper as it was, and readers open it with its signature field and its name", async () => {
    expect(Buffer.from(signed.subarray(0, paper.length)).equals(paper)).toBe(true);
    const reading = getDocument({ data: Uint8Array.from(signed), verbosity: 0 });
    const document = await reading.promise;
    expect(document.numPages).toBe(2);
    const annotations = await (await document.getPage(1)).getAnnotations();
    expect(annotations.map((one: { subtype: string }) => one.subtype)).toEqual(["Link", "Widget"]);
    expect([...((await document.getFieldObjects()) ?? [])]).toMatchObject([["Signature1", [{ type: "signature" }]]]);
    await reading.destroy();
  });

  test("may be signed by an RSA key that lies elsewhere: only the callback is asked", async () => {
    const { certificate, key } = makeRsaCertificate();
    const asked: Uint8Array[] = [];
    const remote: Signer = {
      certificates: [certificate],
      algorithm: "rsa-sha256",
      sign: async (bytes) => {
        asked.push(bytes);
        return signBytes("sha256", bytes, key);
      },
    };
    const pdf = await signPdf(paper, remote, note);
    const read = readIndependently(pdf);
    expect(asked.map((one) => Buffer.from(one))).toEqual([read.signedBytes]);
    expect(verifyBytes("sha256", read.signedBytes, createPublicKey(key), read.signature)).toBe(true);
    expect(verifyPdf(pdf, [certificate])).toMatchObject({ outcome: "valid", signerName: "Vu Van Khoe" });
    expect(verifyPdf(pdf, trusted)).toMatchObject({ outcome: "untrusted", signerName: "Vu Van Khoe" });
  });

  test("is nothing when the person declines", async () => {
    const declined: Signer = { ...signer, sign: () => Promise.reject(new Error("declined")) };
    await expect(signPdf(paper, declined, note)).rejects.toThrow("declined");
  });

  test.each(["", "%PDF-1.7\n%%EOF", "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF"])(
    "is refused when the file is not from our press: %j",
    async (text) => {
      await expect(signPdf(Buffer.from(text), signer, note)).rejects.toThrow(PdfSyntaxError);
    },
  );
});

/** A certificate made by node-forge, signed by itself. */
function makeRsaCertificate(): { certificate: Uint8Array; key: string } {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  const certificate = forge.pki.createCertificate();
  const secret = forge.pki.privateKeyFromPem(key);
  certificate.publicKey = forge.pki.setRsaPublicKey(secret.n, secret.e);
  certificate.validity.notBefore = new Date("2025-01-01T00:00:00Z");
  certificate.validity.notAfter = new Date("2030-01-01T00:00:00Z");
  certificate.setSubject([{ shortName: "CN", value: "Vu Van Khoe" }]);
  certificate.setIssuer([{ shortName: "CN", value: "Vu Van Khoe" }]);
  certificate.sign(secret, forge.md.sha256.create());
  return { certificate: Uint8Array.from(Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), "latin1")), key };
}
