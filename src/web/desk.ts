import type { FastifyReply, FastifyRequest } from "fastify";
import { anybody, gate } from "../kernel/actor.ts";
import type { House } from "../kernel/house.ts";
import { Problem } from "../kernel/problem.ts";
import { recordReads } from "../kernel/record.ts";
import { inTx } from "../kernel/tx.ts";
import type { Database } from "../platform/database.ts";
import { answerWith, type Frame } from "./answer.ts";
import { langOf } from "./language.ts";
import { type FindOfficer, type Officer, sessionCookie } from "./officer.ts";
import type { Answer, Asked, Needs, Route, SentFile, Stream, Uploads } from "./route.ts";
import type { Streams } from "./streams.ts";

/** What stands behind every request. */
export type Desk = {
  readonly database: Database;
  readonly house: House;
  readonly findOfficer: FindOfficer;
  readonly frame: Frame;
  readonly clock: () => Date;
  readonly streams: Streams;
  readonly routes: readonly Route[];
};

declare module "fastify" {
  interface FastifyRequest {
    /** Set once the session has been looked up; a problem page is framed by it too. */
    officer?: Officer | null;
    now?: Date;
  }
}

/** One request: session, actor, right, one transaction, answer after the commit. */
export async function serve(desk: Desk, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const now = instantFor(route, desk.clock());
  request.now = now;
  const officer = route.anonymous ? null : await findOfficer(desk, request, now);
  request.officer = officer;
  // The right is asked for first: working at the gate is a way of looking, never a way around it.
  const asker = actorFor(route.needs, officer);
  const actor = route.atGate ? gate : asker;
  const { body, files } = await readBody(request, route.uploads);
  const given: Omit<Asked, "tx"> = {
    params: storable(request.params) as Asked["params"],
    query: onlyText(storable(request.query)),
    body: storable(body),
    files,
    lang: langOf(request),
    cookies: request.cookies,
    officer,
    routes: desk.routes,
  };
  const ask = async (at: Date): Promise<Answer> => {
    const { handle, handleApart } = route;
    if (handleApart)
      return await handleApart({ ...given, apart: (work) => inTx(desk.database, { house: desk.house, actor, now: at }, work), report: (error) => report(request, error) });
    return await inTx(desk.database, { house: desk.house, actor, now: at, readOnly: (route.method === "GET" && !route.atGate) || route.anonymous === "reading" }, (tx) =>
      handle({ ...given, tx }),
    );
  };
  const answer = await ask(now);
  if (answer.kind === "stream") return desk.streams.open(request, reply, answer, async () => asStream(await ask(desk.clock())));
  if ("reads" in answer && answer.reads.length > 0) {
    await inTx(desk.database, { house: desk.house, actor, now }, (tx) => recordReads(tx, answer.reads));
  }
  return await answerWith(desk, request, reply, answer);
}

/** An hour is all that an anonymous request leaves of when it came, where it leaves anything. A term that runs from it ends sooner, never later. */
function instantFor({ anonymous }: Route, now: Date): Date {
  return anonymous === "writing" ? new Date(now.getTime() - (now.getTime() % hour)) : now;
}

const hour = 3_600_000;

function asStream(answer: Answer): Stream {
  if (answer.kind !== "stream") throw new Error("an address that streams answered otherwise");
  return answer;
}

async function findOfficer(desk: Desk, request: FastifyRequest, now: Date): Promise<Officer | null> {
  const token = request.cookies[sessionCookie];
  if (!token) return null;
  return await inTx(desk.database, { house: desk.house, actor: gate, now }, (tx) => desk.findOfficer(tx, token));
}

/** @throws Problem signInNeeded or notPermitted */
function actorFor(needs: Needs, officer: Officer | null) {
  if (needs === "anybody") return anybody;
  if (!officer) throw new Problem("signInNeeded");
  if (needs !== "officer" && !officer.actor.rights.has(needs)) throw new Problem("notPermitted", { right: needs });
  return officer.actor;
}

function report(request: FastifyRequest, error: unknown): string {
  request.log.error({ err: error, reference: request.id }, "a bug");
  return request.id;
}

/** Many files: each is dropped when it is too large, so that the others are heard. */
async function readFiles(request: FastifyRequest, { files: most, bytesEach, bytesInAll }: Uploads): Promise<{ body: unknown; files: readonly SentFile[] }> {
  const body: Record<string, string> = {};
  const files: SentFile[] = [];
  let total = 0;
  // One byte more than allowed: the library tells of a file that was cut, not of one that fits exactly.
  const options = { limits: { fileSize: bytesEach + 1, files: most, fields: 50, fieldSize: 100_000, parts: most + 60 }, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type !== "file") {
      body[part.fieldname] = String(part.value);
      continue;
    }
    const bytes = await part.toBuffer();
    if (bytes.length === 0) continue;
    const tooLarge = bytes.length > bytesEach || total + bytes.length > bytesInAll;
    if (!tooLarge) total += bytes.length;
    files.push({ field: part.fieldname, name: part.filename, bytes: tooLarge ? Buffer.alloc(0) : bytes, tooLarge });
  }
  return { body, files };
}

async function readBody(request: FastifyRequest, uploads: Uploads | undefined): Promise<{ body: unknown; files: readonly SentFile[] }> {
  if (!request.isMultipart()) return { body: request.body, files: [] };
  if (uploads) return await readFiles(request, uploads);
  const body: Record<string, string> = {};
  const files: SentFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === "file") files.push({ field: part.fieldname, name: part.filename, bytes: await part.toBuffer() });
    else body[part.fieldname] = String(part.value);
  }
  return { body, files: files.filter((file) => file.bytes.length > 0) };
}

function onlyText(query: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(query as Record<string, unknown>).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** What was sent without the character zero, which no keyboard types and PostgreSQL does not hold. */
function storable(sent: unknown): unknown {
  if (typeof sent === "string") return sent.replaceAll("\0", "");
  if (Array.isArray(sent)) return sent.map(storable);
  if (typeof sent !== "object" || sent === null) return sent;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, storable(value)]));
}
