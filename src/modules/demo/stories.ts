import type { Matter } from "../../kernel/matter.ts";
import type { Score } from "../procedures/index.ts";
import type { Case } from "./cases.ts";
import type { Fate, OpenWork } from "./files.ts";
import { type Move, moves } from "./moves.ts";

/** The life of one dossier, move by move; each move is told what became of the dossier by the one before it. */
export type Story = Generator<Move, void, Matter>;

const hour = 3_600_000;

/** A dossier that comes to its end. Whoever has the result in hand may rate it a little later. */
export function* finished(given: Case, fate: Fate, rating: Score | null): Story {
  const { office, chance, crew } = given;
  let matter = yield moves.receive(given);
  let at = given.receivedAt;
  const soon = (): Date => {
    // A share of what is left of the term, so that however many moves come, all of them are in time.
    at = office.share(at, matter.dueAt ?? office.stepMinutes(at, 450), 0.12 + 0.25 * chance.share());
    return at;
  };
  const after = (from: number, to: number): Date => {
    at = office.stepMinutes(at, chance.between(from, to));
    return at;
  };
  const next = (instant: Date) => ({ given, matter, at: instant });
  if (crew.worker !== crew.receiver) matter = yield moves.assign(next(soon()));
  if (fate === "withdrawn") return void (yield moves.withdraw(next(soon())));
  if (chance.percent(40)) matter = yield moves.start(next(soon()));
  if (fate === "supplemented") {
    matter = yield moves.askSupplement(next(soon()));
    matter = yield moves.resume(next(after(300, 1_500)));
  }
  if (fate === "late" && matter.dueAt) at = matter.dueAt;
  const step = (): Date => (fate === "late" ? after(60, 400) : soon());
  matter = yield fate === "refused" ? moves.proposeRefusal(next(step())) : moves.propose(next(step()));
  if (fate === "sentBack") {
    matter = yield moves.sendBack(next(soon()));
    matter = yield moves.propose(next(soon()));
  }
  matter = yield moves.sign(next(step()));
  matter = yield moves.handOver(next(after(15, 500)));
  if (rating) yield moves.rate({ matter, at: new Date(at.getTime() + chance.between(1, 30) * hour) }, rating);
}

/** A dossier that stands somewhere in the middle when the demonstration begins. */
export function* unfinished(given: Case, state: OpenWork["state"], now: Date): Story {
  const { office, receivedAt, crew } = given;
  let matter = yield moves.receive(given);
  const at = (share: number) => ({ given, matter, at: office.share(receivedAt, now, share) });
  if (state === "received") return;
  if (crew.worker !== crew.receiver) matter = yield moves.assign(at(0.08));
  matter = yield moves.start(at(0.15));
  if (state === "working") return;
  if (state === "onHold") return void (yield moves.hold(at(0.4)));
  if (state === "stopped") return void (yield moves.stop(at(0.6)));
  if (state === "apologised") return void (yield moves.apologise(at(0.8)));
  if (state === "paused" || state === "resumed" || state === "askedAgain") {
    matter = yield moves.askSupplement(at(0.25));
    if (state === "paused") return;
    matter = yield moves.resume(at(0.6));
    if (state === "askedAgain") yield moves.askAgain(at(0.8));
    return;
  }
  matter = yield state === "refused" ? moves.proposeRefusal(at(0.4)) : moves.propose(at(0.4));
  if (state === "sentBack") return void (yield moves.sendBack(at(0.7)));
  if (state === "ready" || state === "refused") yield moves.sign(at(0.55));
}
