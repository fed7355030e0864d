import type { Client } from "pg";
import { cast, units } from "../../../test/world/cast.ts";
import { at, receive } from "../../../test/world/counter.ts";
import { as, type World } from "../../../test/world/index.ts";
import { instantAt } from "../../base/day.ts";
import { dueAfter, type Extension } from "../../kernel/clock/extend.ts";
import type { Pause } from "../../kernel/clock/pause.ts";
import type { Term } from "../../kernel/clock/term.ts";
import type { Matter } from "../../kernel/matter.ts";
import { Problem } from "../../kernel/problem.ts";
import { askSupplement, assignTo, handOver, proposeResult, resumeWork, sendBack, signApology, signResult, startWork, stopWork, withdraw } from "../procedures/index.ts";
import type { Proposal } from "../procedures/proposal.ts";
import { correctResult } from "../procedures/service/work.ts";

/** November 2026, in which the books of the tests are kept. */
export const november = { from: "2026-11-01" as never, to: "2026-11-30" as never };
export const endOfNovember = at("2026-11-30T23:00:00");

const [minh, son, binh] = [as(cast.minh), as(cast.son), as(cast.binh)];
const notice: Proposal = { form: "CT08", decision: "Đã điều chỉnh.", changes: [], remark: null };
const refusal: Proposal = { form: "CT06", reasons: [{ reason: "Thiếu điều kiện", basis: null }], nextSteps: ["Nộp lại"] };

type Verb = (world: World, matter: Matter, now: Date) => Promise<Matter>;
const by =
  (actor: typeof minh, act: (tx: Parameters<Parameters<World["commit"]>[1]>[0], ref: string, version: number) => Promise<Matter>): Verb =>
  (world, matter, now) =>
    world.commit(actor, (tx) => act(tx, matter.publicRef, matter.version), now);

const start = by(son, (tx, ref, version) => startWork(tx, ref, { version }));
const ask = by(son, (tx, ref, version) => askSupplement(tx, ref, { version, defects: [{ code: "unsigned", paper: "CT01" }], why: "Sót" }));
const resume = by(minh, (tx, ref, version) => resumeWork(tx, ref, { version }));
const assign = by(binh, (tx, ref, version) => assignTo(tx, ref, { version, assigneeId: cast.son.id }));
const propose = by(son, (tx, ref, version) => proposeResult(tx, ref, { version, proposal: notice }));
const proposeRefusal = by(son, (tx, ref, version) => proposeResult(tx, ref, { version, proposal: refusal }));
const back = by(binh, (tx, ref, version) => sendBack(tx, ref, { version, note: "Sửa lại" }));
const sign = by(binh, async (tx, ref, version) => (await signResult(tx, ref, { version })).matter);
const correct = by(binh, (tx, ref, version) => correctResult(tx, ref, { version, note: "Sai ngày" }));
const give = by(minh, (tx, ref, version) => handOver(tx, ref, { version, to: "self" }));
const giveOther = by(minh, (tx, ref, version) => handOver(tx, ref, { version, to: "authorised" }));
const takeBack = by(minh, (tx, ref, version) => withdraw(tx, ref, { version, note: "Không làm nữa" }));

const stop = by(binh, async (tx, ref, version) => (await stopWork(tx, ref, { version, code: "doneOtherwise", remark: null })).matter);
const sorry = by(binh, async (tx, ref, version) => (await signApology(tx, ref, { version, reason: "Chờ xác minh", added: 2 })).matter);
/** The date is put off once; who asks for it again is refused, and nothing happens. */
const apologise: Verb = async (world, matter, now) => {
  try {
    return await sorry(world, matter, now);
  } catch (error) {
    if (error instanceof Problem && error.code === "notNow") return matter;
    throw error;
  }
};

/** What may happen next to a dossier in a state. */
export const verbsIn: Readonly<Record<string, readonly Verb[]>> = {
  received: [start, ask, propose, assign, proposeRefusal, takeBack, apologise],
  working: [propose, ask, proposeRefusal, assign, takeBack, apologise, stop],
  awaitingSupplement: [resume, resume, takeBack],
  toSign: [sign, sign, back, takeBack, apologise],
  signed: [give, giveOther, correct],
  refused: [give, correct],
};
export const verbs = { apologise, stop, start, ask, resume, assign, propose, proposeRefusal, back, sign, correct, give, giveOther, takeBack } as const;

/** Receives a dossier in November and lets some things happen to it, each so many hours after the one before. */
export async function live(
  world: World,
  { first, steps }: { readonly first: number; readonly steps: readonly { readonly pick: number; readonly hours: number }[] },
): Promise<Matter> {
  let now = new Date(instantAt("2026-11-02" as never, "08:00").getTime() + first * 3_600_000);
  let matter = await receive(world, { hamletId: units.kep.id }, now);
  for (const { pick, hours } of steps) {
    const possible = verbsIn[matter.state] ?? [];
    const verb = possible[pick % Math.max(possible.length, 1)];
    if (!verb) break;
    now = new Date(now.getTime() + hours * 3_600_000);
    if (now >= endOfNovember) break;
    matter = await verb(world, matter, now);
  }
  return matter;
}

type Row = { matter_id: string; code: string; seq: number; at: Date; action: string; facts: { to?: unknown }; term: Term | null };

/** What the register must say of a dossier, recomputed from its timeline alone, by another way than the register's own. */
export type Expected = {
  readonly code: string;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly standing: string;
  readonly remarks: readonly string[];
};

/** Walks through every timeline of the post, past the product and its row security. */
export async function expectedBook(world: World, now: Date): Promise<readonly Expected[]> {
  const rows = await world.asOwner(async (client: Client) => {
    const { rows: found } = await client.query<Row>(
      `select t.matter_id, m.code, t.seq, t.at, t.action, t.facts, c.term from timeline t join matters m using (commune_id) left join clocks c
       on c.commune_id = t.commune_id and c.matter_id = t.matter_id and c.seq = 1
       where m.id = t.matter_id and t.commune_id = $1 order by t.matter_id, t.seq`,
      [units.phuongSon.id],
    );
    return found;
  });
  const timelines = [...Map.groupBy(rows, (row) => row.matter_id).values()];
  const calendar = world.house.calendarOf({ communeId: units.phuongSon.id, provinceId: units.bacNinh.id });
  return timelines.map((timeline) => expectedOf(timeline, now, calendar)).sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function expectedOf(timeline: readonly Row[], now: Date, calendar: Parameters<typeof dueAfter>[0]["calendar"]): Expected {
  const [opening] = timeline;
  if (!opening) throw new RangeError("a timeline without rows");
  const pauses: Pause[] = [];
  const extensions: Extension[] = [];
  let running: "running" | "paused" | "settled" | "withdrawn" = "running";
  let late = false;
  let due: Date | null = null;
  for (const [i, row] of timeline.entries()) {
    if (row.action === "askSupplement") pauses.push({ from: row.at, to: null, reason: "", legalBasis: "" });
    if (row.action === "resume") pauses.push({ ...(pauses.pop() as Pause), to: row.at });
    if (row.action === "askSupplement") running = "paused";
    if (row.action === "resume" || row.action === "correct") running = "running";
    if (["sign", "signRefusal", "handOver", "handOverRefusal"].includes(row.action)) running = "settled";
    if (row.action === "apologise" && opening.term) extensions.push({ term: { ...opening.term, count: 2 }, grantedAt: row.at, reason: "" });
    if (row.action === "withdraw" || row.action === "stop") running = "withdrawn";
    if (running === "withdrawn") continue;
    due = running === "paused" || opening.term === null ? null : dueAfter({ term: opening.term, from: opening.at, extensions, pauses, calendar }).dueAt;
    if (running === "running" && due !== null && (timeline[i + 1]?.at ?? now) > due) late = true;
  }
  const byState = { running: due === null ? "untimed" : "running", paused: "paused", settled: due === null ? "untimed" : "onTime", withdrawn: "stopped" };
  const words: Record<string, string> = {
    askSupplement: "supplementAsked",
    resume: "supplemented",
    signRefusal: "refused",
    correct: "corrected",
    withdraw: "withdrawn",
    apologise: "apologised",
    stop: "stopped",
  };
  const remarks = timeline.flatMap((row) => {
    const word = row.facts.to === "authorised" ? "byAuthorised" : words[row.action];
    return word ? [`${word} ${row.at.toISOString()}`] : [];
  });
  const last = timeline.findLast(({ action }) => action !== "assign");
  if (last && (last.action === "sign" || last.action === "signRefusal")) remarks.push(`ready ${last.at.toISOString()}`);
  return {
    code: opening.code,
    receivedAt: opening.at,
    dueAt: due,
    handedOverAt: timeline.find(({ action }) => action.startsWith("handOver"))?.at ?? null,
    standing: late ? "late" : byState[running],
    remarks,
  };
}
