import { formatDate, formatDigits } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { unlessChanged } from "../../../kernel/problem.ts";
import type { Read } from "../../../kernel/record.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, pdf, post, type Route, seeOther } from "../../../web/route.ts";
import { procedureOn } from "../../procedures/index.ts";
import { instant } from "../../registers/index.ts";
import { slipPaper } from "../documents.ts";
import { parseCorrection, parseDeparture } from "../forms.ts";
import { kindName } from "../law.ts";
import { explain, measured, moment } from "../night.ts";
import { paths } from "../paths.ts";
import type { Known, WrittenEntry } from "../queries.ts";
import { correctStay } from "../service/enter.ts";
import { getStay, noteDeparture, type OpenedStay, openNumbers } from "../service/read.ts";
import { stayTexts as t } from "../texts/office.ts";
import { StayPage, type StayProps } from "../views/stay.tsx";
import { addGuest, boundsOf, formPage } from "./declare.tsx";

/** What was entered: its page, its slip, its corrections, and who left. */
export const stayPageRoutes: readonly Route[] = [
  get("/can-bo/luu-tru/:ref", "counter.read", async ({ tx, params, query, lang }) => {
    const opened = await getStay(tx, refOf(params.ref));
    return stayPage(tx, lang, { opened, fresh: query["moi"] === "1" && opened.stay.entry === 1, conflict: false, errors: {}, typed: {} });
  }),

  get("/can-bo/luu-tru/:ref/phieu.pdf", "counter.read", async ({ tx, params }) => {
    const opened = await getStay(tx, refOf(params.ref));
    const { template, data } = slipPaper(tx, opened);
    return pdf(await tx.house.typesetter.typeset(template, data), `luu-tru-${opened.matter.code}.pdf`, [readOf(opened)]);
  }),

  get("/can-bo/luu-tru/:ref/dinh-chinh", "counter.enterStay", async ({ tx, params, lang }) => {
    const opened = await getStay(tx, refOf(params.ref));
    return await correctionPage(tx, lang, { opened, typed: await typedFrom(tx, opened), errors: {}, known: [], conflict: false });
  }),

  post("/can-bo/luu-tru/:ref/dinh-chinh", "counter.enterStay", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const opened = await getStay(tx, ref);
    const typed = typedOf(body);
    const page = (more: Partial<Correcting>) => correctionPage(tx, lang, { opened, typed, errors: {}, known: [], conflict: false, ...more });
    const step = addGuest(typed, tx.now);
    if (step) return await page(step);
    const form = parseCorrection(body, (await boundsOf(tx)).bounds);
    if (!form.ok) return await page(form);
    const { version, reason, ...told } = form.value;
    let known: readonly Known[] = [];
    const elsewhere = typedText(typed, "act") === "elsewhere";
    const correct = async (): Promise<void> => {
      const entered = await correctStay(tx, ref, { told, version, reason, elsewhere });
      if (!entered.ok) known = entered.known;
    };
    if (!(await unlessChanged(correct()))) return await page({ conflict: true });
    return known.length > 0 ? await page({ known }) : seeOther(paths.stay(ref));
  }),

  post("/can-bo/luu-tru/:ref/roi-di", "counter.enterStay", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const opened = await getStay(tx, ref);
    const form = parseDeparture(body, { now: tx.now, arrivedAt: opened.last.arrivedAt, guests: opened.guests.map(({ number }) => number) });
    if (!form.ok) return stayPage(tx, lang, { opened, fresh: false, conflict: false, ...form });
    if (await unlessChanged(noteDeparture(tx, ref, form.value))) return seeOther(paths.stay(ref));
    return stayPage(tx, lang, { opened: await getStay(tx, ref), fresh: false, conflict: true, errors: {}, typed: {} });
  }),
];

/** The look that opening a declaration is. */
function readOf({ matter }: OpenedStay): Read {
  return { communeId: matter.communeId, provinceId: matter.provinceId, regime: "counter", subject: `matter:${matter.id}`, purpose: t.readPurpose.vi };
}

type Correcting = { readonly opened: OpenedStay; readonly typed: Typed; readonly errors: FieldErrors; readonly known: readonly Known[]; readonly conflict: boolean };

async function correctionPage(tx: Tx, lang: Lang, { opened, typed, errors, known, conflict }: Correcting): Promise<Answer> {
  const { publicRef, code, version } = opened.matter;
  const answer = await formPage(tx, lang, { action: paths.correction(publicRef), publicRef, correcting: { code, version, conflict }, known, errors, typed });
  return answer.kind === "page" ? { ...answer, reads: [...answer.reads, readOf(opened)] } : answer;
}

/** The entry that holds, as its form shows it: with the numbers of the papers, which may be what is wrong. */
async function typedFrom(tx: Tx, { matter, last, guests }: OpenedStay): Promise<Typed> {
  const numberOf = await openNumbers(tx, [matter.id]);
  const rows = guests.flatMap((guest): [string, string][] => [
    [`guestName${guest.number}`, guest.fullName],
    [`guestBorn${guest.number}`, formatDigits(guest.bornOn)],
    [`guestSex${guest.number}`, guest.sex],
    [`guestPaper${guest.number}`, guest.paperKind],
    [`guestNumber${guest.number}`, numberOf(matter.id, guest.number) ?? ""],
  ]);
  const at = (when: Date): string => instant(when, "vi").slice(0, 5);
  return {
    ...Object.fromEntries(rows),
    rows: String(Math.max(...guests.map(({ number }) => number))),
    hostName: last.hostName,
    hostPhone: last.hostPhone ?? "",
    placeKind: last.placeKind,
    address: last.address,
    hamletId: last.hamletId === null ? "" : String(last.hamletId),
    arrivedOn: formatDigits(dayOf(last.arrivedAt)),
    arrivedTime: at(last.arrivedAt),
    leavesOn: last.leavesOn ? formatDigits(last.leavesOn) : "",
    purpose: last.purpose,
    toldOn: formatDigits(dayOf(last.toldAt)),
    toldTime: at(last.toldAt),
  };
}

type Showing = { readonly opened: OpenedStay; readonly fresh: boolean; readonly conflict: boolean; readonly errors: FieldErrors; readonly typed: Typed };

function stayPage(tx: Tx, lang: Lang, { opened, fresh, conflict, errors, typed }: Showing): Answer {
  return officePage(<StayPage {...propsOf(tx, opened, lang)} {...{ fresh, conflict, errors, typed }} />, {
    title: `${t.code[lang]} ${opened.matter.code}`,
    status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
    reads: [readOf(opened)],
  });
}

function propsOf(tx: Tx, { matter, last, entries, guests }: OpenedStay, lang: Lang): Omit<StayProps, "fresh" | "conflict" | "errors" | "typed"> {
  const { stayKinds, procedures } = tx.house;
  const judged = measured(last);
  const law = procedureOn(procedures, last.procedureFrom, last.procedureCode);
  return {
    lang,
    publicRef: matter.publicRef,
    code: matter.code,
    version: matter.version,
    receipt: t.receiptLine[lang](matter.code, last.hostName, guests.length, instant(last.writtenAt, lang)),
    facts: [
      { term: t.host[lang], detail: `${last.hostName}, ${last.hostPhone ?? t.noPhone[lang]}` },
      { term: t.channel[lang], detail: t.channels[matter.channel as keyof typeof t.channels][lang] },
      { term: t.placeKind[lang], detail: kindName(stayKinds, "place", last.placeKind)[lang] },
      { term: t.place[lang], detail: [last.address, last.hamletName].filter((one) => one !== null).join(", ") },
      { term: t.arrived[lang], detail: moment(last.arrivedAt, lang) },
      { term: t.leavesOn[lang], detail: last.leavesOn ? formatDate(last.leavesOn, lang) : t.leavesUnknown[lang] },
      { term: t.purpose[lang], detail: last.purpose },
      { term: t.told[lang], detail: moment(last.toldAt, lang) },
    ],
    people: guests.map((guest) => ({
      number: guest.number,
      name: guest.fullName,
      facts: t.bornShown[lang](formatDate(guest.bornOn, lang), t[guest.sex][lang].toLowerCase()),
      paper: guest.paperLast4 ? t.endsWith[lang](kindName(stayKinds, "paper", guest.paperKind)[lang], guest.paperLast4) : kindName(stayKinds, "paper", guest.paperKind)[lang],
      standing: guest.leftAt ? t.leftAt[lang](instant(guest.leftAt, lang)) : t.stillThere[lang],
      gone: guest.leftAt !== null,
    })),
    inTime: judged.inTime,
    why: { lines: explain(judged, lang), basis: law ? `${law.legalBasis[0] ?? law.source} (${law.code})` : last.procedureCode },
    doubt: law?.doubt?.[lang] ?? null,
    steps: entries.map((entry) => stepOf(entry, lang)),
    mayEnter: may(tx.actor, "counter.enterStay", matter),
  };
}

function stepOf(entry: WrittenEntry, lang: Lang): StayProps["steps"][number] {
  return {
    title: t.entryN[lang](entry.entry),
    at: instant(entry.writtenAt, lang),
    by: entry.writerName ?? t.unknownWriter[lang],
    note: entry.reason,
    summary: t.entrySummary[lang](entry.hostName, entry.address, instant(entry.arrivedAt, lang), instant(entry.toldAt, lang)),
  };
}
