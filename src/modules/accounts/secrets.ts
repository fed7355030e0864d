import { createHash, randomBytes } from "node:crypto";
import { hash as argon2, verify as argon2Verify } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";

// RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 4 } as const;

/** A password as argon2id, with its salt and cost in the text. */
export async function hashPassword(password: string): Promise<string> {
  return await argon2(password, cost);
}

let decoy: Promise<string> | null = null;

/** Whether the password is right. An unknown account takes as long as a known one, so that logins cannot be found by their speed. */
export async function checkPassword(password: string, hash: string | null): Promise<boolean> {
  if (hash !== null) return await argon2Verify(hash, password);
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  await argon2Verify(await decoy, password);
  return false;
}

/** A secret for an authenticator app: 160 bits, as RFC 4226 recommends. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  return new TOTP({ issuer: "Gan Dan", label, algorithm: "SHA1", digits: 6, period: 30, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });
}

/** The address that an authenticator app reads from a code. */
export function totpUri(secret: Uint8Array, login: string): string {
  return totpOf(secret, login).toString();
}

/**
 * The time step of a right code, one step of drift allowed either way; null for a wrong one, and for one already used: a code
 * seen over the shoulder is worth nothing.
 */
export function checkTotp(secret: Uint8Array, code: string, now: Date, lastStep: number | null): number | null {
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 30_000) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** A token for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: whoever reads the table cannot sign in with it. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** A first password: five groups of letters, some 100 bits, meant to be changed. */
export function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length: 5 }, () => Array.from(randomBytes(4), (byte) => letters[byte % letters.length]).join("")).join("-");
}
