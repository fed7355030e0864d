import { connect, type Socket } from "node:net";

/** What the virus scanner says of a file. Only `clean` lets it in. */
export type Scan =
  | { readonly kind: "clean" }
  | { readonly kind: "infected"; readonly name: string }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "unreachable"; readonly reason: string };

export type Scanner = {
  /** Never throws: a scanner that cannot be reached, or that is not understood, is told as such. */
  scan(bytes: Uint8Array): Promise<Scan>;
};

/** A piece of a stream; clamd takes any up to its own limit. */
const piece = 64 * 1024;

/**
 * ClamAV's daemon at "host:port" or at a socket's path, asked by INSTREAM: the command, pieces that each begin with their length in four
 * bytes, a piece of length nought; it answers with one line, and hangs up early when the stream is longer than it takes.
 *
 * @see clamd(8), "INSTREAM"
 */
export function openScanner(address: string, { patienceMs = 20_000 }: { readonly patienceMs?: number } = {}): Scanner {
  return {
    scan: async (bytes) => {
      try {
        return verdictOf(await ask(address, bytes, patienceMs));
      } catch (error) {
        return { kind: "unreachable", reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function verdictOf(line: string): Scan {
  if (line === "stream: OK") return { kind: "clean" };
  const found = /^stream: (.+) FOUND$/.exec(line);
  if (found?.[1]) return { kind: "infected", name: found[1] };
  if (/size limit exceeded/i.test(line)) return { kind: "tooLarge" };
  return { kind: "unreachable", reason: `the scanner answered ${JSON.stringify(line.slice(0, 200))}` };
}

/** @returns the line that it answers with */
function ask(address: string, bytes: Uint8Array, patienceMs: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = dial(address);
  const answer: Buffer[] = [];
  const patience = setTimeout(() => end(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  // It may hang up while we still send; what it said before that is its answer.
  const end = (error: Error | null): void => {
    clearTimeout(patience);
    socket.destroy();
    const line = Buffer.concat(answer).toString("utf8").split("\0")[0]?.trim() ?? "";
    if (line !== "") resolve(line);
    else reject(error ?? new Error("it hung up without an answer"));
  };
  socket.on("data", (data: Buffer) => {
    answer.push(data);
    if (data.includes(0)) end(null);
  });
  socket.on("error", end);
  socket.on("close", () => end(null));
  socket.on("connect", () => send(socket, bytes));
  return promise;
}

function dial(address: string): Socket {
  if (address.startsWith("/")) return connect(address);
  const at = address.lastIndexOf(":");
  return connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) });
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    socket.write(lengthOf(part.length));
    socket.write(part);
  }
  socket.write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}
