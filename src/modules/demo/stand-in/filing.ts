import { randomBytes, randomInt } from "node:crypto";
import { dayOf } from "../../../base/day.ts";
import type { House } from "../../../kernel/house.ts";
import { type FiledDocument, schemaName } from "../../portal/index.ts";
import { papersNeeded, procedureOn } from "../../procedures/index.ts";
import { readCast, readRequests, type SeedRequest } from "../files.ts";
import { type Resident, residentsOf } from "../residents.ts";
import { dropDocument, listStandIn } from "./folder.ts";

/** What an invented resident may file in the stand-in: requests whose procedure and case exist today and are offered online. */
export function listFilings(house: House, now: Date): readonly { readonly key: string; readonly request: SeedRequest; readonly caseId: string; readonly name: string }[] {
  return readRequests().flatMap((request, i) => {
    const procedure = procedureOn(house.procedures, dayOf(now), request.procedure);
    const caseId = procedure?.cases.find(({ id, doneByAuthority }) => request.cases.includes(id) && !doneByAuthority)?.id;
    if (!procedure || !caseId || procedure.online === "none") return [];
    return [{ key: String(i), request, caseId, name: procedure.name.vi }];
  });
}

/** One of them as a document of the format, filed by somebody invented of the home post. */
export function makeFiled(
  house: House,
  filing: ReturnType<typeof listFilings>[number],
  { now, submittedAt = now }: { readonly now: Date; readonly submittedAt?: Date },
): FiledDocument {
  const post = house.units.getUnit(house.homePost);
  const resident = someResident(post.code);
  const procedure = procedureOn(house.procedures, dayOf(now), filing.request.procedure);
  const papers = procedure ? papersNeeded(procedure, filing.caseId).asked.filter(({ onlyIf }) => !onlyIf) : [];
  const address = post.name;
  return {
    schema: schemaName,
    kind: "dossier",
    messageId: randomBytes(12).toString("hex"),
    sentAt: now.toISOString(),
    post: post.code,
    nationalNumber: `THU-${dayOf(submittedAt).slice(2).replaceAll("-", "")}-${randomInt(100_000, 1_000_000)}`,
    submittedAt: submittedAt.toISOString(),
    procedure: filing.request.procedure,
    case: filing.caseId,
    request: filing.request.says.replaceAll("{name}", resident.fullName).replaceAll("{address}", address),
    person: { idNumber: resident.idNumber, fullName: resident.fullName, bornOn: resident.bornOn, sex: resident.sex, address, phone: resident.phone },
    papers: papers.map(({ code }) => ({ code })),
  };
}

function someResident(post: string): Resident {
  const cast = readCast();
  const home = cast.posts.find(({ today }) => today === post) ?? cast.posts[0];
  const residents = home ? residentsOf(cast, home) : [];
  const found = residents[randomInt(0, Math.max(1, residents.length))];
  if (!found) throw new RangeError("db/seed/cast.yaml has no residents");
  return found;
}

/** What waits at the stand-in when a demonstration begins: one file of last evening, one of this hour. @returns false when there is something already */
export async function fileFirst(house: House, dir: string, now: Date): Promise<boolean> {
  if ((await listStandIn(dir)).length > 0) return false;
  const filings = listFilings(house, now);
  const before = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  for (const [i, minutes] of [11 * 60, 40].entries()) {
    const filing = filings[i];
    if (filing) await dropDocument(dir, makeFiled(house, filing, { now, submittedAt: before(minutes) }));
  }
  return true;
}
