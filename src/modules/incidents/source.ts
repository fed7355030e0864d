import type { Place } from "../../kernel/actor.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { NewRequest, PublicRequest, RequestSource } from "../../web/public-sources.ts";
import type { PublicReport } from "./queries/reports.ts";
import { handInReport } from "./service/intake.ts";
import { listPublicReports, openReceipt } from "./service/receipt.ts";
import { stateTexts } from "./texts/work.ts";

/** The natures of the law data that everybody may follow bear the codes of the public services. */
const services = ["noise", "streetLight", "publicOrder"];

/** Reports at a time, and how often: Open311 asks for a thousand at most. */
const size = 200;
const mostPages = 5;

/** Reports of public kinds as programs outside ask for them: a kind, a hamlet and how far it is, never what was told or by whom. */
export const requestSource: RequestSource = {
  services,
  list: async (tx, place, filter) => {
    const found: PublicRequest[] = [];
    for await (const report of newestFirst(tx, place)) {
      if (report.receivedAt < filter.from || found.length >= filter.limit) break;
      const fits = filter.services.includes(report.nature) && report.receivedAt < filter.to && (filter.open === null || filter.open === (report.closedAt === null));
      if (fits) found.push(requestOf(report));
    }
    return found;
  },
  find: async (tx, place, id) => {
    for await (const report of newestFirst(tx, place)) if (report.code === id) return services.includes(report.nature) ? requestOf(report) : null;
    return null;
  },
  open: async (tx, place, given) => {
    const receipt = await handInReport(tx, place, reportOf(given), null);
    const held = await openReceipt(tx, receipt);
    if (!held) throw new Problem("notFound");
    return { id: held.matter.code, receipt };
  },
};

async function* newestFirst(tx: Tx, place: Place): AsyncGenerator<PublicReport> {
  let after = Number.MAX_SAFE_INTEGER;
  for (let page = 0; page < mostPages; page += 1) {
    const reports = await listPublicReports(tx, place, { after, size });
    yield* reports;
    const last = reports.at(-1);
    if (!last || reports.length < size) return;
    after = last.id;
  }
}

function requestOf({ code, nature, state, closedAt, hamletId, receivedAt }: PublicReport): PublicRequest {
  return {
    id: code,
    service: nature,
    open: closedAt === null,
    standing: stateTexts[state as keyof typeof stateTexts],
    description: null,
    hamlet: hamletId,
    address: null,
    requestedAt: receivedAt,
    updatedAt: closedAt ?? receivedAt,
    expectedAt: null,
    position: null,
  };
}

/** What a program hands in for somebody; a way to answer that has no field of its own is told with the rest, and sealed with it. */
function reportOf({ service, description, hamlet, address, position, who }: NewRequest) {
  const told = [description, position && `${position.lat}, ${position.long}`, who?.email].filter(Boolean).join("\n");
  const teller = who && { fullName: who.fullName, phone: who.phone, address: null, minor: false, guardian: null, interpreter: null };
  return { kind: "incident" as const, nature: service, account: told, place: address, hamletId: hamlet, happenedOn: null, urgent: false, nameRefused: false, teller };
}
