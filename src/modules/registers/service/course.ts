import { Problem } from "../../../kernel/problem.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type CourseClock, type CourseDossier, type CourseRow, findDossier, findOfficers, listClocks, listCourse } from "../queries/course.ts";

/** Who gave a dossier or took it: an officer by name, or a part that is known before its name is. */
export type Party = { readonly kind: "officer"; readonly name: string } | { readonly kind: "resident" | "authorised" | "chief" | "counter" | "authority" | "system" };

/** One step of a dossier, from its row of the timeline to the next. `to` null: it lasts, or it was the last one. */
export type CourseStep = {
  readonly action: string;
  readonly from: Date;
  readonly to: Date | null;
  readonly handedBy: Party;
  readonly receivedBy: Party;
  /** The due instant that held during the step; null when no clock ran. */
  readonly dueAt: Date | null;
  readonly standing: "onTime" | "late" | "running" | "notCounted";
};

export type Course = { readonly dossier: CourseDossier; readonly steps: readonly CourseStep[] };

/** The course of a dossier of the post, computed from its timeline and its clocks. @throws Problem("notFound") */
export async function readCourse(tx: Tx, publicRef: string): Promise<Course> {
  const place = placeOf(tx.actor);
  const dossier = await findDossier(tx, place, { publicRef });
  if (!dossier) throw new Problem("notFound");
  const [rows, clocks, officers] = await Promise.all([listCourse(tx, dossier), listClocks(tx, dossier), findOfficers(tx, place)]);
  return { dossier, steps: stepsOf(rows, { clocks, officers, now: tx.now }) };
}

type Around = { readonly clocks: readonly CourseClock[]; readonly officers: ReadonlyMap<number, string>; readonly now: Date };

/** The steps that a timeline tells. */
export function stepsOf(rows: readonly CourseRow[], around: Around): readonly CourseStep[] {
  const steps: CourseStep[] = [];
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1] ?? null;
    const dueAt = clockStands(rows.slice(0, i + 1)) ? null : dueDuring(row, around.clocks);
    const to = next?.at ?? null;
    steps.push({
      action: row.action,
      from: row.at,
      to,
      handedBy: giverOf(row, steps.at(-1)?.receivedBy),
      receivedBy: takerOf(row, { next, earlier: rows.slice(0, i), officers: around.officers }),
      dueAt,
      standing: standingOf({ to, dueAt, now: around.now }),
    });
  }
  return steps;
}

function standingOf({ to, dueAt, now }: { readonly to: Date | null; readonly dueAt: Date | null; readonly now: Date }): CourseStep["standing"] {
  if (dueAt === null) return "notCounted";
  if ((to ?? now) > dueAt) return "late";
  return to === null ? "running" : "onTime";
}

function dueDuring({ seq }: CourseRow, clocks: readonly CourseClock[]): Date | null {
  return clocks.findLast((clock) => clock.seq <= seq)?.dueAt ?? null;
}

const stops = new Set(["sign", "signRefusal", "handOver", "handOverRefusal", "withdraw", "stop"]);

/** Whether the answer is ready: from its signature on no day makes it late, unless it is taken up again. */
function clockStands(upToNow: readonly CourseRow[]): boolean {
  const last = upToNow.findLast(({ action }) => stops.has(action) || action === "correct");
  return last !== undefined && last.action !== "correct";
}

const officer = (name: string | null | undefined): Party => (name ? { kind: "officer", name } : { kind: "system" });

/** Whoever acted gave it on; what came over the counter came from the resident, and who begins takes from whoever had it. */
function giverOf({ action, actorName }: CourseRow, holder: Party | undefined): Party {
  if (action === "release") return holder ?? officer(actorName);
  if (action === "open" || action === "resume") return { kind: "resident" };
  if (action === "start" && holder) return holder;
  return officer(actorName);
}

type Near = { readonly next: CourseRow | null; readonly earlier: readonly CourseRow[]; readonly officers: ReadonlyMap<number, string> };

function takerOf(row: CourseRow, { next, earlier, officers }: Near): Party {
  const facts = row.facts as { readonly to?: unknown; readonly occasion?: unknown; readonly reason?: unknown };
  const nextIs = (...actions: string[]): boolean => next !== null && actions.includes(next.action);
  switch (row.action) {
    case "assign":
      return officer(officers.get(Number(facts.to)));
    case "hold":
      // What was held before its occasion was written down bears the reason alone.
      return (facts.occasion ?? (facts.reason === "financialDuty" ? "fee" : null)) === "fee" ? { kind: "resident" } : { kind: "authority" };
    case "askSupplement":
    case "withdraw":
    case "stop":
      return { kind: "resident" };
    case "propose":
      return nextIs("sign", "signRefusal", "sendBack") ? officer(next?.actorName) : { kind: "chief" };
    case "sendBack":
      return officer(earlier.findLast(({ action }) => action === "propose")?.actorName);
    case "sign":
    case "signRefusal":
      return nextIs("handOver", "handOverRefusal", "correct") ? officer(next?.actorName) : { kind: "counter" };
    case "handOver":
    case "handOverRefusal":
      return { kind: facts.to === "authorised" ? "authorised" : "resident" };
    default:
      return officer(row.actorName);
  }
}
