import { dayOf } from "../../../base/day.ts";
import { type Actor, gate, type Place } from "../../../kernel/actor.ts";
import { MissingYear } from "../../../kernel/clock/calendar.ts";
import type { House } from "../../../kernel/house.ts";
import { codePatternOn } from "../../../kernel/law/codes.ts";
import { LawGap } from "../../../kernel/law/table.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { FileFault } from "../../attachments/index.ts";
import { type FiledDocument, limits, type Receipt, schemaName } from "../document.ts";
import type { Arrival, Fetched, NationalPort, Verdict } from "../port.ts";
import { communesWithNews } from "../queries.ts";
import { placeReasons, type Reason, readFiled, reasonText } from "../reading.ts";
import { documentTexts as t } from "../texts/document.ts";
import { queueReports, sendMessages } from "./report.ts";
import { takeIn } from "./take-in.ts";

declare module "../../../kernel/jobs.ts" {
  interface Jobs {
    /** One round with the national portal, now instead of within the minute. */
    "portal:exchange": Record<string, never>;
  }
}

/** What the exchange is given to work with. */
export type Exchange = {
  readonly port: NationalPort;
  readonly house: House;
  readonly now: Date;
  /** Runs in an actor's name and commits. */
  readonly run: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The portal as an actor in a post. */
  readonly actorIn: (place: Place) => Promise<Actor>;
};

export type Exchanged = Fetched & { readonly sent: number };

/**
 * One round with the national portal: takes in what is new, tells what has happened, sends what waits. Stopped at any point and begun
 * anew, or run by several workers at once, it takes in each file once and loses none.
 */
export async function exchange(given: Exchange): Promise<Exchanged> {
  const fetched = await given.port.fetch(given.now, (arrival) => takeArrival(given, arrival));
  let sent = 0;
  for (const communeId of await given.run(gate, communesWithNews)) {
    const actor = await given.actorIn({ communeId, provinceId: given.house.units.getUnit(communeId).provinceId ?? 0 });
    while ((await given.run(actor, queueReports)) > 0) {}
    for (let more = -1; more !== 0; ) {
      more = await given.run(actor, (tx) => sendMessages(tx, given.port));
      sent += more;
    }
  }
  return { ...fetched, sent };
}

async function takeArrival(given: Exchange, arrival: Arrival): Promise<Verdict> {
  if (!arrival.ok) {
    const message = arrival.fault === "notAFile" ? t.notAFile : t.tooLarge(limits.bytes / 1024 / 1024);
    return { kind: "refused", reason: reasonText(arrival.givenName, [{ code: "malformed", path: [], message, line: 1, column: 1 }]) };
  }
  const reading = readFiled(arrival.text);
  if (!reading.ok) return await refuse(given, arrival, reading);
  const place = placeServed(given, reading.filed);
  if (place === null) return await refuse(given, arrival, { reasons: [{ code: "wrongPost", path: ["post"], message: t.otherPost }], answerTo: reading.filed });
  const actor = await given.actorIn(place);
  try {
    const reasons = await given.run(actor, (tx) => takeIn(tx, reading.filed));
    return reasons.length === 0 ? { kind: "kept" } : await refuse(given, arrival, { reasons, answerTo: reading.filed });
  } catch (error) {
    // What the law data lacks will be added; the resident's file waits for it.
    if (error instanceof LawGap || error instanceof MissingYear) return { kind: "later" };
    // So it does until its files can be scanned for viruses.
    if (error instanceof FileFault && error.passing) return { kind: "later" };
    throw error;
  }
}

/** The post of a document, when it works here: one that can number a dossier. */
function placeServed({ house, now }: Exchange, { post }: FiledDocument): Place | null {
  const today = dayOf(now);
  const commune = house.units.findByCode("commune", post, today);
  if (!commune?.provinceId) return null;
  try {
    codePatternOn(house.codePatterns, today, { series: "dossier", place: `${house.units.getUnit(commune.provinceId).code}/${post}` });
    return { communeId: commune.id, provinceId: commune.provinceId };
  } catch (error) {
    if (error instanceof LawGap) return null;
    throw error;
  }
}

type Refusal = { readonly reasons: readonly Reason[]; readonly answerTo: Pick<FiledDocument, "messageId" | "nationalNumber"> | null };

/** Answers whoever sent it, when it says who that is, and gives the reason file. Done twice it says the same. */
async function refuse({ port }: Exchange, arrival: Arrival & { readonly ok: true }, { reasons, answerTo }: Refusal): Promise<Verdict> {
  if (answerTo) await port.acknowledge(refusalOf(answerTo, reasons));
  return { kind: "refused", reason: reasonText(arrival.givenName, placeReasons(arrival.text, reasons)) };
}

function refusalOf({ messageId, nationalNumber }: NonNullable<Refusal["answerTo"]>, reasons: readonly Reason[]): Receipt {
  const codes = [...new Set(reasons.map(({ code }) => code))];
  // A refusal has an id of its own: the same message may have been received before, and that answer stands.
  return {
    schema: schemaName,
    kind: "receipt",
    messageId: `refusal-${messageId}`,
    answers: messageId,
    nationalNumber,
    outcome: codes.includes("wrongPost") ? "notOurs" : "refused",
    reasons: codes,
  };
}
