import { Problem } from "../../kernel/problem.ts";
import type { NewRequest, PublicRequest, RequestSource } from "../../web/public-sources.ts";
import { findOpenKind, listOpenKinds, type PublicReport } from "./queries/reports.ts";
import { handInReport } from "./service/intake.ts";
import { openReceipt } from "./service/receipt.ts";
import { stateTexts } from "./texts/work.ts";

/** The natures of the law data that everybody may follow bear the codes of the public services. */
const services = ["noise", "streetLight", "publicOrder"];

/** Reports of public kinds as programs outside ask for them: a kind, a hamlet and how far it is, never what was told or by whom. */
export const requestSource: RequestSource = {
  services,
  list: async (tx, { communeId }, filter) => (await listOpenKinds(tx, communeId, filter)).map(requestOf),
  find: async (tx, { communeId }, id) => {
    const found = await findOpenKind(tx, communeId, id);
    return found && requestOf(found);
  },
  open: async (tx, place, given) => {
    const receipt = await handInReport(tx, place, reportOf(given), null);
    const held = await openReceipt(tx, receipt);
    if (!held) throw new Problem("notFound");
    return { id: held.matter.code, receipt };
  },
};

function requestOf({ code, nature, state, closedAt, hamletId, receivedAt, movedAt }: PublicReport): PublicRequest {
  return {
    id: code,
    service: nature,
    open: closedAt === null,
    standing: stateTexts[state as keyof typeof stateTexts],
    description: null,
    hamlet: hamletId,
    address: null,
    requestedAt: receivedAt,
    updatedAt: movedAt,
    expectedAt: null,
    position: null,
  };
}

/** What a program hands in for somebody: where it is stands with what is told, who she is apart from it. */
function reportOf({ service, description, hamlet, address, position, who }: NewRequest) {
  const told = [description, position && `${position.lat}, ${position.long}`].filter(Boolean).join("\n");
  const teller = who && { ...who, address: null, minor: false, guardian: null, interpreter: null };
  return { kind: "incident" as const, nature: service, account: told, place: address, hamletId: hamlet, happenedOn: null, urgent: false, nameRefused: false, teller };
}
