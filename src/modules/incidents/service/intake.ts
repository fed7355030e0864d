import { createHash } from "node:crypto";
import { dayOf } from "../../../base/day.ts";
import { must, type Place } from "../../../kernel/actor.ts";
import { alertOfficers, ringDuty } from "../../../kernel/alerts.ts";
import { aside, isCrowded, throughDoor } from "../../../kernel/door.ts";
import { keepIdentity, type Who } from "../../../kernel/identity.ts";
import { type Matter, openMatter } from "../../../kernel/matter.ts";
import { nextCode } from "../../../kernel/numbers.ts";
import { listOnDuty } from "../../../kernel/officers.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { type ToldReceipt, writeDown } from "../../../kernel/told.ts";
import { openOnce } from "../../../kernel/turn.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type CheckedFile, keepAttachment } from "../../attachments/index.ts";
import type { Report, TakenReport, Teller } from "../forms/report.ts";
import { natureOn, type Track, termOn, urgentTrack } from "../law.ts";
import { incident } from "../matter.ts";
import { findIncident, insertIncident } from "../queries/reports.ts";
import { personWords } from "../texts/person.ts";

/**
 * Takes a report in: matter, number in the book, clock, what was told and who told it, in one transaction. Sent twice under one reference
 * it is one report.
 *
 * @throws Problem notPermitted; LawGap when the law data has no such term today
 */
export async function receiveReport(tx: Tx, publicRef: string, { channel, ...report }: TakenReport): Promise<Matter> {
  const place = placeOf(tx.actor);
  must(tx.actor, "incidents.receive", place);
  const { matter } = await openOnce(tx, { kind: incident.kind, publicRef }, () => keepReport(tx, report, { publicRef, channel, state: "received", receivedBy: null }));
  return matter;
}

/**
 * Writes down what somebody told an officer who holds nothing of this regime.
 *
 * @returns what the receipt shows, and nothing else
 * @throws Problem notPermitted for who is no officer of a post; alreadyDone for a reference that was used before; LawGap
 */
export async function writeDownReport(tx: Tx, publicRef: string, { channel, ...report }: TakenReport, photo: CheckedFile | null = null): Promise<ToldReceipt> {
  const coming = { publicRef, channel, state: "received" } as const;
  return await writeDown(
    tx,
    { kind: incident, publicRef, channel },
    {
      findReceiver: async (inside, { communeId, id: matterId }) => (await findIncident(inside, { communeId, matterId }))?.receivedBy ?? null,
      keep: async (inside, receivedBy) => {
        const matter = await ring(inside, await keepReport(inside, report, { ...coming, receivedBy }));
        if (photo) await keepAttachment(inside, matter, { paperCode: photoPaper, file: photo });
        return matter;
      },
    },
  );
}

/**
 * What a resident handed in by herself. Pressed twice it is one report. Anything else under the same key, typed after going back, or for another post, is
 * another, for none is refused.
 *
 * @param key of the form; empty where it has none
 * @returns the code of her receipt
 */
export async function handInReport(tx: Tx, place: Place, report: Report, photo: CheckedFile | null, key = ""): Promise<string> {
  const told = JSON.stringify([place.communeId, report, photo && createHash("sha256").update(photo.bytes).digest("hex")]);
  const publicRef = referenceFor(tx.house.vault, `${incident.kind} ${told}`, key);
  return await throughDoor(tx, place, "incidents", async (inside) => {
    const { matter } = await openOnce(inside, { kind: incident.kind, publicRef }, async () => {
      const state = (await isCrowded(inside, place, "incidents")) ? aside : "received";
      const opened = await ring(inside, await keepReport(inside, report, { publicRef, channel: "web", state, receivedBy: null }));
      if (photo) await keepAttachment(inside, opened, { paperCode: photoPaper, file: photo });
      return opened;
    });
    return matter.publicRef;
  });
}

/** What evidence is kept under: a report has no papers of its own. */
export const photoPaper = "evidence";

type Coming = { readonly publicRef: string; readonly channel: Matter["channel"]; readonly state: "received" | typeof aside; readonly receivedBy: number | null };

/** What came past the duty officer rings her; what waits aside rings once for a whole crowd, for a thousand of them in a minute would. */
async function ring(inside: Tx, matter: Matter): Promise<Matter> {
  if (matter.state === aside) await ringCrowd(inside, matter);
  else await ringDuty(inside, matter, { right: "incidents.process", template: "incidents.reported" });
  return matter;
}

/** The first of an hour that is set aside rings the duty officer: a real one may be among them. */
async function ringCrowd(inside: Tx, { communeId, receivedAt }: Matter): Promise<void> {
  const key = `crowd:incidents:${receivedAt.toISOString().slice(0, 13)}`;
  await alertOfficers(inside, { communeId, right: "incidents.receive", template: "incidents.crowded", key, facts: {}, first: await listOnDuty(inside) });
}

/** Writes a report down with its clock, what was told sealed, and who told it apart. */
async function keepReport(tx: Tx, report: Report, { publicRef, channel, state, receivedBy }: Coming): Promise<Matter> {
  const { vault, incidentRules } = tx.house;
  const nature = natureOn(incidentRules, dayOf(tx.now), report.nature);
  const track = trackOf(tx, report);
  const matter = await openMatter(tx, incident, {
    publicRef,
    state,
    channel,
    code: await nextCode(tx, "incident"),
    title: nature.name.vi,
    hamletId: report.hamletId,
    assigneeId: null,
    term: track && termOn(incidentRules, dayOf(tx.now), track),
    facts: { kind: report.kind, nature: report.nature, track },
  });
  const { communeId, provinceId } = matter;
  await insertIncident(tx, {
    communeId,
    provinceId,
    matterId: matter.id,
    kind: report.kind,
    nature: report.nature,
    openKind: nature.group === "open",
    track,
    happenedOn: report.happenedOn,
    nameRefused: report.nameRefused,
    accountSealed: vault.seal(report.account),
    placeSealed: report.place === null ? null : vault.seal(report.place),
    receivedAt: tx.now,
    writtenBy: tx.actor.id ?? 0,
    receivedBy,
  });
  if (report.teller) await keepIdentity(tx, matter, { role: "reporter", ...besides(report.teller), who: whoIs(report.teller) });
  return matter;
}

/** Which term runs: none where no crime can lie behind it. Who says that it is no crime is the officer, never the machine. */
export function trackOf(tx: Tx, { kind, nature, urgent }: Pick<Report, "kind" | "nature" | "urgent">): Track | null {
  const today = dayOf(tx.now);
  const { units, incidentRules } = tx.house;
  if (urgent) {
    const { communeId, provinceId } = placeOf(tx.actor);
    return urgentTrack(incidentRules, today, `${units.getUnit(provinceId).code}/${units.getUnit(communeId).code}`);
  }
  return kind !== "incident" && natureOn(incidentRules, today, nature).group !== "open" ? "check" : null;
}

/** What of a person is open: whether she is a minor, and whether somebody stands beside her. */
export const besides = ({ minor, guardian, interpreter }: Pick<Teller, "minor" | "guardian" | "interpreter">) => ({
  minor,
  guarded: guardian !== null,
  interpreted: interpreter !== null,
});

export function whoIs({ fullName, phone, email = null, address, guardian, interpreter }: Teller, about: string | null = null): Who {
  const told = [
    [personWords.email.vi, email],
    [personWords.guardian.vi, guardian],
    [personWords.interpreter.vi, interpreter],
    [personWords.about.vi, about],
  ] as const;
  return { fullName, phone, address, idNumber: null, more: Object.fromEntries(told.flatMap(([word, value]) => (value === null ? [] : [[word, value]]))) };
}
