import { createServer, type Server, type Socket } from "node:net";

/** The string that every scanner takes for a virus and that does nothing; put together here so that no scanner stops at this file. */
export const eicar = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", "!$H+H*"].join(""), "latin1");

export type FakeClamd = { readonly address: string; readonly received: Buffer[]; close(): Promise<void> };

/** A daemon that speaks clamd's protocol byte by byte: zPING, zINSTREAM with its pieces, a limit of its stream, and EICAR. */
export async function startFakeClamd(given: { readonly limit?: number; readonly behave?: "mute" | "rude" | "garbled"; readonly at?: string } = {}): Promise<FakeClamd> {
  const received: Buffer[] = [];
  const server = createServer((socket) => serve(socket, { limit: 25 * 1024 * 1024, ...given }, received));
  await new Promise<void>((resolve) => (given.at ? server.listen(given.at, resolve) : server.listen(0, "127.0.0.1", resolve)));
  return { address: addressOf(server), received, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function addressOf(server: Server): string {
  const address = server.address();
  return typeof address === "string" ? address : `127.0.0.1:${address?.port}`;
}

function serve(socket: Socket, { limit, behave }: { readonly limit: number; readonly behave?: string }, received: Buffer[]): void {
  let buffer = Buffer.alloc(0);
  let command: string | null = null;
  const stream: Buffer[] = [];
  socket.on("error", () => {});
  socket.on("data", (data) => {
    if (behave === "rude") return void socket.destroy();
    if (behave === "mute") return;
    buffer = Buffer.concat([buffer, data as Buffer]);
    if (command === null) {
      const end = buffer.indexOf(0);
      if (end < 0) return;
      command = buffer.toString("latin1", 0, end);
      buffer = buffer.subarray(end + 1);
    }
    if (command === "zPING") return void socket.end("PONG\0");
    if (command !== "zINSTREAM") return void socket.end("UNKNOWN COMMAND\0");
    for (;;) {
      if (buffer.length < 4) return;
      const length = buffer.readUInt32BE(0);
      if (length === 0) return answer(socket, Buffer.concat(stream), behave, received);
      if (buffer.length < 4 + length) return;
      stream.push(buffer.subarray(4, 4 + length));
      buffer = buffer.subarray(4 + length);
      if (stream.reduce((sum, one) => sum + one.length, 0) > limit) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
    }
  });
}

function answer(socket: Socket, whole: Buffer, behave: string | undefined, received: Buffer[]): void {
  received.push(whole);
  if (behave === "garbled") return void socket.end("stream: maybe\0");
  socket.end(whole.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
}
