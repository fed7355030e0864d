import { must } from "../../../kernel/actor.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { placeOf } from "../../../kernel/tx.ts";
import { type NationalStep, tellNationalNews } from "../../procedures/index.ts";
import { type PublicState, type Receipt, type StatusReport, schemaName } from "../document.ts";
import type { NationalPort } from "../port.ts";
import { lockWaitingMessages, noteSent, queueMessage } from "../queries.ts";
import { publicStateTexts } from "../texts/document.ts";

/** How the states of a dossier are told outside. What the house does within a state is not told. */
const told: Readonly<Record<string, PublicState>> = {
  received: "received",
  working: "processing",
  awaitingSupplement: "awaitingSupplement",
  onHold: "processing",
  toSign: "processing",
  outForSigning: "processing",
  signed: "completed",
  refused: "refused",
  handedOver: "returned",
  refusalHandedOver: "returned",
  withdrawn: "stopped",
  stopped: "stopped",
};

/** Why a step was taken, for programs; the words that an officer wrote stay here, they may name people. */
const reasons: Readonly<Record<string, string>> = {
  askSupplement: "papersMissing",
  hold: "waitingForOthers",
  apologise: "dateExtended",
  withdraw: "withdrawnByResident",
  stop: "stoppedByPost",
  correct: "resultCorrected",
  revoke: "resultRevoked",
  signRefusal: "notGranted",
};

const batch = 100;

/** Queues a report for every public step that the portal was not told of. @returns how many dossiers had news */
export async function queueReports(tx: Tx): Promise<number> {
  must(tx.actor, "portal.exchange", placeOf(tx.actor));
  const post = tx.house.units.getUnit(placeOf(tx.actor).communeId).code;
  return await tellNationalNews(tx, batch, async (step) => {
    const body = reportOf(post, step);
    if (body) await queueMessage(tx, { matterId: step.matterId, messageId: body.messageId, kind: "status", body });
  });
}

/** A state that this list does not know is the house's own affair until somebody says how it is told. */
function reportOf(post: string, step: NationalStep): StatusReport | null {
  const state = told[step.toState];
  if (state === undefined) return null;
  const why = [reasons[step.action], ...codesIn(step.facts["reasons"])].filter((code) => code !== undefined);
  return {
    schema: schemaName,
    kind: "status",
    messageId: `status-${post}-${step.nationalNumber}-${step.seq}`,
    post,
    nationalNumber: step.nationalNumber,
    code: step.code,
    sequence: step.seq,
    at: step.at.toISOString(),
    state,
    stateWord: publicStateTexts[state],
    ...(why.length > 0 ? { reasons: why } : {}),
  };
}

/** Codes of reasons, where a step carries them; whatever else stands there is not told. */
function codesIn(value: unknown): string[] {
  const codes = Array.isArray(value) ? value.map((one: unknown) => (typeof one === "object" && one !== null && "code" in one ? one.code : one)) : [];
  return codes.filter((code): code is string => typeof code === "string" && /^[A-Za-z0-9.-]{1,60}$/.test(code));
}

/** Sends what waits in the outbox of the actor's post, oldest first. Stopped in between, the same leaves once more, under the same ids. */
export async function sendMessages(tx: Tx, port: NationalPort): Promise<number> {
  const waiting = await lockWaitingMessages(tx, batch);
  for (const { kind, body } of waiting) {
    await (kind === "receipt" ? port.acknowledge(body as Receipt) : port.reportStatus(body as StatusReport));
  }
  if (waiting.length > 0)
    await noteSent(
      tx,
      waiting.map(({ id }) => id),
    );
  return waiting.length;
}
