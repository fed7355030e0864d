import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A server for letters on this machine. What the name before the @ says decides what it does with a letter to it. */
export type PostOffice = {
  readonly url: string;
  /** Letters taken, as they came over the line, oldest first. */
  readonly letters: readonly TakenLetter[];
  /** How many connections came, whatever became of them. */
  readonly connections: () => number;
  close(): Promise<void>;
};
export type TakenLetter = { readonly to: string; readonly raw: string };

const refusals: Readonly<Record<string, [code: number, text: string]>> = {
  gone: [550, "5.1.1 no such mailbox"],
  busy: [451, "4.7.1 please come back later"],
  full: [552, "5.2.2 mailbox full"],
  policy: [550, "5.7.1 relaying denied"],
};

const reply = ([responseCode, text]: [number, string]) => Object.assign(new Error(text), { responseCode });
const nameOf = (address: string): string => address.split("@")[0] ?? "";

export async function openPostOffice(): Promise<PostOffice> {
  const letters: TakenLetter[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect: (_session, done) => {
      connections++;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      if (nameOf(address) === "hang") return;
      const refusal = refusals[nameOf(address)];
      done(refusal ? reply(refusal) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      const to = session.envelope.rcptTo[0]?.address ?? "";
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push({ to, raw: Buffer.concat(parts).toString("utf8") });
        // The first letter is taken, and nothing is said of it.
        if (nameOf(to) === "mute" && letters.filter((letter) => letter.to === to).length === 1) return;
        // Taken, and the line breaks before we say so.
        if (nameOf(to) === "cut") return cut(server);
        done(nameOf(to) === "spam" ? reply([554, "5.6.0 not taken"]) : null);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, letters, connections: () => connections, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function cut(server: SMTPServer): void {
  for (const one of server.connections as Set<{ close(): void }>) one.close();
}

/** A header of a letter, unfolded. */
export function headerOf({ raw }: TakenLetter, name: string): string {
  const head = raw.split("\r\n\r\n")[0] ?? "";
  const unfolded = head.replace(/\r\n[ \t]+/g, " ");
  return decodeWords(new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1] ?? "");
}

/** All that a reader of the letter could see, parts decoded. */
export function wordsOf({ raw }: TakenLetter): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const parts = (boundary === undefined ? [raw] : raw.split(`\r\n--${boundary}`)).map((part) => {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const body = rest.join("\r\n\r\n");
    if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
    return /transfer-encoding: quoted-printable/i.test(head) ? unquoted(body) : body;
  });
  return [headerOf({ to: "", raw }, "Subject"), ...parts].join("\n").replaceAll("\r\n", "\n");
}

function unquoted(text: string): string {
  const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toUpperCase() === "B" ? Buffer.from(body, "base64").toString("utf8") : unquoted(body.replaceAll("_", " ")),
    );
}
