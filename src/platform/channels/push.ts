import { createECDH } from "node:crypto";
import webPush from "web-push";
import { keptSecret } from "../vault.ts";
import { later, never, type Sending } from "./sending.ts";

/** Where a browser takes messages, and under which keys; as it told us itself. */
export type PushAddress = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

export type PushMessage = {
  /** At most some hundred bytes of JSON; only the browser that subscribed can read it. */
  readonly payload: string;
  /** The same for the same message, 32 letters of base64url: one that still waits is replaced, not doubled. */
  readonly topic: string;
  readonly keepSeconds: number;
};

/** Wakes browsers. It never throws: what went wrong is told by its kind. */
export type Pusher = {
  /** By which browsers know that a message is from here; base64url. */
  readonly publicKey: string;
  send(to: PushAddress, message: PushMessage): Promise<Sending>;
};

/** The key by which push services know this installation, made at first use. */
export async function openPusher(keysDir: string, settings: { readonly contact: string; readonly wholeMs?: number }): Promise<Pusher> {
  return makePusher(await keptSecret(keysDir, "push", 32), settings);
}

/** @param contact an https or mailto address at which a push service reaches whoever runs this */
export function makePusher(privateKey: Uint8Array, { contact, wholeMs = 15_000 }: { readonly contact: string; readonly wholeMs?: number }): Pusher {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey);
  const publicKey = pair.getPublicKey("base64url");
  const vapidDetails = { subject: contact, publicKey, privateKey: Buffer.from(privateKey).toString("base64url") };
  const send = async ({ endpoint, p256dh, auth }: PushAddress, { payload, topic, keepSeconds }: PushMessage): Promise<Sending> => {
    const request = writtenFor({ endpoint, p256dh, auth }, payload);
    if (request === null) return never("refused");
    try {
      // The address came from a browser: it is asked as it stands, and never sent on to another.
      const answer = await fetch(endpoint, {
        method: "POST",
        headers: { ...request.headers, TTL: String(keepSeconds), Topic: topic },
        body: new Uint8Array(request.body),
        redirect: "manual",
        signal: AbortSignal.timeout(wholeMs),
      });
      await answer.body?.cancel();
      return pushOutcome(answer);
    } catch (error) {
      return (error as Error).name === "TimeoutError" ? later("timeout") : later("connection");
    }
  };
  /** The message under lock and with its proof; null for keys that are none. */
  function writtenFor({ endpoint, p256dh, auth }: PushAddress, payload: string) {
    try {
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, { vapidDetails, urgency: "normal" });
      // `fetch` counts the body itself.
      const { "Content-Length": _counted, ...rest } = headers as Record<string, string>;
      return { headers: rest, body };
    } catch {
      return null;
    }
  }
  return { publicKey, send };
}

/** @see RFC 8030 §5, §7.3 */
function pushOutcome(answer: Response): Sending {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: "sent" };
  if (status === 404 || status === 410) return never("gone");
  if (status === 429 || status >= 500) return later("busy", secondsOf(answer.headers.get("retry-after")));
  // Our key or our proof is not taken: the message is not the receiver's fault.
  if (status === 401 || status === 403) return later("ourFault");
  return never("refused");
}

/** Only the form in seconds; what names a date is left to our own patience. */
function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) : null;
}
