import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { listIdentities, openIdentity, type Who } from "../../../kernel/identity.ts";
import { can, type Matter } from "../../../kernel/matter.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { workbookType } from "../../../platform/workbook.ts";
import { typedOf, typedText } from "../../../web/form.ts";
import { parseOpening } from "../../../web/opening.ts";
import { type DayPosition, readDayPosition, writeDayPosition } from "../../../web/position.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { postName } from "../../../web/views/post.ts";
import { type ExportOrder, instant, type Period, parseExport, parsePeriod, refuseTooMany, typedPeriod } from "../../registers/index.ts";
import { letterBookPaper, letterBookSheet } from "../documents/letter-book.ts";
import { parseNewLetter, parseParts, parseSettled, parseSorted } from "../forms/letters.ts";
import { letterKinds, ruleOn } from "../law.ts";
import { citizenLetter as life } from "../matter.ts";
import { paths } from "../paths.ts";
import { listOpenLetters } from "../queries/letters.ts";
import { getLetter, type OpenedLetter, openLines, readLetterBook, settleLetter, sortLetter, splitLetter, takeLetter } from "../service/letters.ts";
import { letterTexts as t } from "../texts/letters.ts";
import { letterKindTexts } from "../texts/words.ts";
import { LetterPage } from "../views/letter.tsx";
import { BookPage, type BookProps, LettersPage } from "../views/letters.tsx";
import type { Filled } from "../views/list.tsx";
import { stateWord } from "../work.ts";
import { stepped } from "./step.ts";

const pageSize = 50;
/** So many lines leave at once: each opens a person, and each look is written down. */
const most = 500;
type Shown = Filled & { readonly conflict?: boolean; readonly person?: { readonly id: number; readonly who: Who } };
const fresh: Shown = { errors: {}, typed: {} };

/** Letters sorted to their paths, and book 03/TCD. */
export const letterRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe/don", "listening.read", async ({ tx, query, lang }) => await lettersPage(tx, lang, { after: readDayPosition(query["sau"]), filled: fresh })),

  post("/can-bo/lang-nghe/don", "listening.receive", async ({ tx, body, lang }) => {
    const form = parseNewLetter(body, dayOf(tx.now));
    if (!form.ok) return await lettersPage(tx, lang, { after: null, filled: form });
    return seeOther(paths.letter(await takeLetter(tx, form.value)));
  }),

  get("/can-bo/lang-nghe/don/so", "listening.read", async ({ tx, query, lang }) => {
    const form = parsePeriod(query, dayOf(tx.now));
    if (!form.ok) return bookPage(tx, lang, { shown: null, ...form });
    return await periodPage(tx, lang, { period: form.value, after: readDayPosition(query["sau"]), filled: fresh });
  }),

  post("/can-bo/lang-nghe/don/so/xuat", "listening.identity", async ({ tx, body, lang }) => {
    const today = dayOf(tx.now);
    const form = parseExport(body, today);
    if (!form.ok) {
      const period = parsePeriod(body, today);
      return period.ok ? await periodPage(tx, lang, { period: period.value, after: null, filled: form }) : bookPage(tx, lang, { shown: null, ...form });
    }
    const book = await readLetterBook(tx, { ...form.value.period, after: null, size: most });
    if (book.all > most) return await periodPage(tx, lang, { period: form.value.period, after: null, filled: refuseTooMany(body, { all: book.all, limit: most }) });
    return await takenOut(tx, form.value, await openLines(tx, book.lines, form.value.purpose));
  }),

  get("/can-bo/lang-nghe/don/:ref", "listening.read", async ({ tx, params, lang }) => await letterPage(tx, lang, refOf(params.ref), fresh)),

  post("/can-bo/lang-nghe/don/:ref/phan-loai", "listening.answer", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const { matter } = await getLetter(tx, ref);
    // Whoever did not see that it was sorted meanwhile is told so, and not asked why.
    const form = parseSorted(body, { again: isSorted(matter) && typedText(typedOf(body), "version") === String(matter.version) });
    return await stepped({ ...at(tx, lang, ref), body, form }, async (_, given) => await sortLetter(tx, ref, given));
  }),

  post("/can-bo/lang-nghe/don/:ref/tach", "listening.answer", async ({ tx, params, body, lang }) =>
    stepped({ ...at(tx, lang, refOf(params.ref)), body, form: parseParts(body) }, async (ref, given) => await splitLetter(tx, ref, given)),
  ),

  post("/can-bo/lang-nghe/don/:ref/ket-qua", "listening.answer", async ({ tx, params, body, lang }) =>
    stepped({ ...at(tx, lang, refOf(params.ref)), body, form: parseSettled(body) }, async (ref, given) => await settleLetter(tx, ref, given)),
  ),

  post("/can-bo/lang-nghe/don/:ref/nguoi-gui", "listening.identity", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const form = parseOpening(body);
    if (!form.ok) return await letterPage(tx, lang, ref, form);
    const { id, purpose } = form.value;
    const who = await openIdentity(tx, placeOf(tx.actor), { id, purpose });
    return await letterPage(tx, lang, ref, { ...fresh, person: { id, who } });
  }),
];

const isSorted = ({ state }: Pick<Matter, "state">): boolean => state === "working";

/** What a form of this page is answered with. */
const at = (tx: Tx, lang: Lang, ref: string) => ({ ref, again: (shown: Shown) => letterPage(tx, lang, ref, shown), to: paths.letter(ref) });

async function lettersPage(tx: Tx, lang: Lang, { after, filled }: { readonly after: DayPosition | null; readonly filled: Filled }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const rows = await listOpenLetters(tx, place, { after, size: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const nextHref = rows.length > pageSize && last ? paths.lettersAfter(writeDayPosition({ on: last.receivedOn, id: last.matterId })) : null;
  const mayTake = may(tx.actor, life.opens, place);
  const page = <LettersPage {...{ lang, nextHref, mayTake }} now={tx.now} rows={shown} firstHref={after && paths.letters()} {...filled} />;
  return officePage(page, { title: t.title[lang], status: Object.keys(filled.errors).length > 0 ? 422 : 200 });
}

async function letterPage(tx: Tx, lang: Lang, ref: string, { errors, typed, conflict = false, person }: Shown): Promise<Answer> {
  const opened = await getLetter(tx, ref);
  const { matter, letter } = opened;
  const props = {
    lang,
    now: tx.now,
    opened,
    facts: factsOf(lang, opened),
    rules: letterKinds.map((kind) => ({ kind, ...ruleOn(tx, kind) })),
    marks: await listIdentities(tx, { communeId: matter.communeId, id: letter.parentId ?? matter.id }),
    person: person ?? null,
    maySort: can(life, "accept", matter, tx.actor).ok,
    isSorted: isSorted(matter),
    maySettle: can(life, "settle", matter, tx.actor).ok,
    mayOpen: may(tx.actor, "listening.identity", matter),
    conflict,
    errors,
    typed,
  };
  const { communeId, provinceId, regime, id } = matter;
  const reads = [{ communeId, provinceId, regime, subject: `matter:${id}`, purpose: t.readPurpose.vi }];
  return officePage(<LetterPage {...props} />, { title: `${t.title[lang]} ${matter.code}`, status: conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200, reads });
}

function factsOf(lang: Lang, { matter, letter }: OpenedLetter) {
  const known = [
    { term: t.state[lang], detail: stateWord(matter.state)[lang] },
    { term: t.kind[lang], detail: letter.kind ? letterKindTexts[letter.kind][lang] : t.notSorted[lang] },
    { term: t.due[lang], detail: matter.dueAt && matter.closedAt === null ? formatMoment(matter.dueAt, lang) : null },
    { term: t.people[lang], detail: String(letter.people) },
    { term: t.handledBefore[lang], detail: letter.handledBefore },
    { term: t.forwardedTo[lang], detail: letter.forwardedTo },
    { term: t.guidance[lang], detail: letter.guidance },
    { term: t.result[lang], detail: letter.result },
    { term: t.remark[lang], detail: letter.remark },
  ];
  return known.flatMap(({ term, detail }) => (detail ? [{ term, detail }] : []));
}

type Asked = { readonly period: Period; readonly after: DayPosition | null; readonly filled: Filled };

async function periodPage(tx: Tx, lang: Lang, { period, after, filled }: Asked): Promise<Answer> {
  const { lines, all, next } = await readLetterBook(tx, { ...period, after, size: pageSize });
  const shown = new URLSearchParams({ tu: period.from, den: period.to });
  const page = {
    period,
    about: t.bookPeriod[lang](formatDate(period.from, lang), formatDate(period.to, lang)),
    lines,
    all,
    nextHref: next && `${paths.book()}?${shown}&sau=${writeDayPosition(next)}`,
    firstHref: after && `${paths.book()}?${shown}`,
  };
  return bookPage(tx, lang, { shown: page, errors: filled.errors, typed: { ...filled.typed, ...typedPeriod(period) } });
}

function bookPage(tx: Tx, lang: Lang, showing: Pick<BookProps, "shown" | "errors" | "typed">): Answer {
  const place = placeOf(tx.actor);
  const agency = postName(tx.house.units.getUnit(place.communeId), lang);
  const status = Object.keys(showing.errors).length > 0 ? 422 : 200;
  return officePage(<BookPage {...{ lang, agency }} mayTakeOut={may(tx.actor, "listening.identity", place)} {...showing} />, { title: t.book[lang], status });
}

async function takenOut(tx: Tx, { period, format, purpose }: ExportOrder, lines: Awaited<ReturnType<typeof openLines>>): Promise<Answer> {
  const about = t.bookPeriod.vi(formatDate(period.from, "vi"), formatDate(period.to, "vi"));
  const book = { lines, about, mark: t.mark.vi(tx.actor.name, instant(tx.now, "vi"), purpose) };
  const place = placeOf(tx.actor);
  // Where a sender was opened, PostgreSQL has written the look down.
  const reads = lines.filter(({ who }) => who === null).map(({ matterId }) => ({ ...place, regime: life.regime, subject: `matter:${matterId}`, purpose }));
  const name = `so-03-tcd-${period.from}-${period.to}.${format}`;
  if (format === "xlsx") return { kind: "file", bytes: await letterBookSheet(tx, book), type: workbookType, name, inline: false, reads };
  const { template, data } = letterBookPaper(tx, book);
  return { kind: "file", bytes: await tx.house.typesetter.typeset(template, data), type: "application/pdf", name, inline: false, reads };
}
