import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { PushAddress } from "./push.ts";

/** A push service on this machine, which speaks the protocol itself and looks at every proof. The path says what it does with a message. */
export type PushService = {
  readonly origin: string;
  readonly messages: readonly TakenMessage[];
  close(): Promise<void>;
};
export type TakenMessage = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer; readonly claims: Readonly<Record<string, unknown>> };

/** A browser that subscribed: only it can read what is sent to it. */
export type Browser = { readonly address: PushAddress; read(message: TakenMessage): string };

const answers: Readonly<Record<string, [status: number, headers: Record<string, string>]>> = {
  ok: [201, {}],
  gone: [410, {}],
  missing: [404, {}],
  busy: [429, { "retry-after": "900" }],
  broken: [503, {}],
  large: [413, {}],
  elsewhere: [307, { location: "http://127.0.0.1:1/" }],
};

/** @param publicKey the key by which this service knows the sender; a proof under another is refused with 403 */
export async function openPushService(publicKey: () => string): Promise<PushService> {
  const messages: TakenMessage[] = [];
  let origin = "";
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const claims = provenClaims(request.headers.authorization ?? "", publicKey());
      if (claims === null || claims.aud !== origin) return void reply.writeHead(403).end();
      const path = request.url ?? "";
      messages.push({ path, headers: request.headers, body: Buffer.concat(parts), claims });
      const answer = answers[path.split("/")[1] ?? ""];
      if (answer) reply.writeHead(answer[0], answer[1]).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    messages,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The claims of a proof, when its key is the given one and its signature is right. @see RFC 8292 */
function provenClaims(header: string, known: string): Record<string, unknown> | null {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = "", body = "", signature = ""] = token.split(".");
  if (key !== known) return null;
  const point = Buffer.from(key, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const isRight = verify(
    "sha256",
    Buffer.from(`${head}.${body}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return isRight ? JSON.parse(Buffer.from(body, "base64url").toString("utf8")) : null;
}

export function newBrowser(service: PushService, does: string): Browser {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  const endpoint = `${service.origin}/${does}/${randomBytes(8).toString("hex")}`;
  const address = { endpoint, p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") };
  return { address, read: ({ body }) => decrypted(body, pair, auth) };
}

/** @see RFC 8188 (aes128gcm, one record) and RFC 8291 (its key) */
function decrypted(body: Buffer, pair: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const theirs = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]);
  const input = hkdfSync("sha256", pair.computeSecret(theirs), auth, info, 32);
  const key = Buffer.from(hkdfSync("sha256", Buffer.from(input), salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", Buffer.from(input), salt, "Content-Encoding: nonce\0", 12));
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  // The last record ends with a 2, and zeros to hide its length.
  return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
}
