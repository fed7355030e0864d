import { dayOf } from "../../../base/day.ts";
import type { Bilingual } from "../../../base/lang.ts";
import { findMatterById } from "../../../kernel/matter.ts";
import { listMessages, writeByReceipt } from "../../../kernel/messages.ts";
import { Problem } from "../../../kernel/problem.ts";
import { readReference, showReference } from "../../../kernel/reference.ts";
import { openByRef, type Tx } from "../../../kernel/tx.ts";
import { postCookie } from "../../../web/answer.ts";
import { type FieldErrors, isTrapped, refuse, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { type Answer, type Asked, get, post, type Route, residentPage, seeOther } from "../../../web/route.ts";
import { Conversation } from "../../../web/views/conversation.tsx";
import { chosenPost, type Post, postAt } from "../../../web/views/post.ts";
import { checkFile, FileFault, photo, readSquareCode } from "../../attachments/index.ts";
import { parseCode, parseLetter, parseMark, parseTold } from "../forms.ts";
import { banksOn, kindsOn } from "../law.ts";
import { readMark } from "../marks.ts";
import { scam } from "../matter.ts";
import { paths } from "../paths.ts";
import { fileReport, timesReported } from "../service/report.ts";
import { formTexts } from "../texts/forms.ts";
import { endedTexts, publicTexts as t } from "../texts/public.ts";
import { workTexts } from "../texts/work.ts";
import { ReceiptPage } from "../views/receipt.tsx";
import { ShieldPage, UnsentPage } from "../views/shield.tsx";

export type Asking = Pick<Asked, "tx" | "cookies" | "lang">;
type Filled = { readonly errors: FieldErrors; readonly typed: Typed };
const fresh: Filled = { errors: {}, typed: {} };
// Whoever cries for help stays unknown. A person sends one report and checks a few numbers; a machine sends more.
const unknown = { anonymous: "writing" } as const;
const sending = { anonymous: "writing", perMinute: 10 } as const;
const checking = { anonymous: "writing", perMinute: 20 } as const;

/** For whoever is being cheated. */
export const publicRoutes: readonly Route[] = [
  get("/toi-dang-bi-lua", "anybody", async (asked) => shieldPage(asked, fresh, null), unknown),
  get("/toi-dang-bi-lua/mat-mang", "anybody", async (asked) => unsentPage(asked), unknown),
  post(
    "/toi-dang-bi-lua",
    "anybody",
    async (asked) => {
      const { tx, body } = asked;
      const form = parseTold(body, offered(tx));
      if (!form.ok) return shieldPage(asked, form, null);
      // Whoever fills the hidden field learns nothing and leaves nothing behind.
      if (isTrapped(body)) return seeOther(paths.shield());
      const { unit } = postAsked(asked);
      const place = { communeId: unit.id, provinceId: unit.provinceId ?? 0 };
      return seeOther(paths.receipt(await fileReport(tx, place, form.value, typedText(typedOf(body), "key"))));
    },
    sending,
  ),
  post(
    "/toi-dang-bi-lua/kiem-tra",
    "anybody",
    async (asked) => {
      const read = await checkedText(asked);
      if (!read.ok) return shieldPage(asked, { errors: { qr: read.wrong }, typed: {} }, null);
      const typed = read.text;
      const form = parseMark({ mark: typed });
      if (!form.ok) return shieldPage(asked, { errors: { checked: form.errors["mark"] ?? formTexts.badMark }, typed: { checked: typedText(form.typed, "mark") } }, null);
      return shieldPage(asked, { errors: {}, typed: { checked: typed } }, await timesReported(asked.tx, postAsked(asked).unit.id, form.value.mark));
    },
    checking,
  ),
  post(
    "/toi-dang-bi-lua/tra-cuu",
    "anybody",
    async (asked) => {
      const form = parseCode(asked.body);
      if (!form.ok) return shieldPage(asked, form, null);
      const ref = readReference(form.value.code);
      if (ref !== null && (await openByRef(asked.tx, ref, scam.kind))) return seeOther(paths.receipt(ref));
      return shieldPage(asked, refuse(asked.body, { code: formTexts.badCode }), null);
    },
    checking,
  ),
  get("/toi-dang-bi-lua/tin/:ref", "anybody", async (asked) => receiptPage(asked, fresh), checking),
  post(
    "/toi-dang-bi-lua/tin/:ref",
    "anybody",
    async (asked) => {
      const { tx, params, body } = asked;
      const form = parseLetter(body);
      if (!form.ok) return await receiptPage(asked, form);
      const held = await openHeld(tx, params.ref);
      await writeByReceipt(tx, held, { text: form.value.message, readers: { works: "scams.process", otherwise: "scams.process" } });
      return seeOther(paths.receipt(held.publicRef));
    },
    sending,
  ),
];

/** What is to be checked: as it was typed, or as the code in a picture says it. */
async function checkedText({
  tx,
  body,
  files,
}: Pick<Asked, "tx" | "body" | "files">): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly wrong: Bilingual }> {
  const text = typedText(typedOf(body), "checked");
  const sent = files.find(({ field }) => field === "qr");
  if (text !== "" || !sent) return { ok: true, text };
  try {
    const { bytes } = await checkFile(sent.bytes, photo, tx.house.scanner);
    const said = await readSquareCode(bytes);
    if (said === null) return { ok: false, wrong: formTexts.noQr };
    const mark = readMark(said);
    // Of the code of a bank transfer the account is shown; of a link the whole of it.
    return mark === null ? { ok: false, wrong: formTexts.strangeQr } : { ok: true, text: mark.kind === "number" ? mark.key : said };
  } catch (error) {
    if (error instanceof FileFault) return { ok: false, wrong: error.shown };
    throw error;
  }
}

/** The post that the asker chose. */
export function postAsked({ tx, cookies, lang }: Asking): Post {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });
}

/** What a report may choose from. */
export function offered(tx: Tx) {
  return { kinds: kindsOn(tx).map(({ id }) => id), banks: banksOn(tx).map(({ bank }) => bank) };
}

/** The same with its words, for the fields. */
export function choicesOf(tx: Tx, lang: "vi" | "en") {
  return {
    kinds: kindsOn(tx).map(({ id, name }) => ({ value: id, text: name[lang] })),
    banks: banksOn(tx).map(({ bank, name }) => ({ value: bank, text: name })),
  };
}

const hotlinesOf = (tx: Tx) => banksOn(tx).flatMap(({ name, hotline }) => (hotline === null ? [] : [{ name, number: hotline }]));

function shieldPage(asked: Asking, filled: Filled, times: number | null): Answer {
  const { tx, lang } = asked;
  const props = { ...choicesOf(tx, lang), ...filled, lang, times, dutyPhone: postAsked(asked).profile.phone, hotlines: hotlinesOf(tx), genuineHref: paths.genuine() };
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200;
  return residentPage(<ShieldPage {...props} />, { title: t.title[lang], status, description: t.description[lang], script: "offline" });
}

function unsentPage(asked: Asking): Answer {
  const { tx, lang } = asked;
  return residentPage(<UnsentPage lang={lang} dutyPhone={postAsked(asked).profile.phone} hotlines={hotlinesOf(tx)} />, { title: t.unsentTitle[lang] });
}

type AtRef = Pick<Asked<"/toi-dang-bi-lua/tin/:ref">, "tx" | "params" | "lang">;

/** The report whose receipt somebody holds. @throws Problem("notFound"), also for the receipt of anything else */
async function openHeld(tx: Tx, typed: string) {
  const ref = readReference(typed);
  const found = ref === null ? null : await openByRef(tx, ref, scam.kind);
  const held = found && (await findMatterById(tx, found));
  if (!held) throw new Problem("notFound");
  return held;
}

async function receiptPage({ tx, params, lang }: AtRef, { errors, typed }: Filled): Promise<Answer> {
  const held = await openHeld(tx, params.ref);
  const action = held.closedAt === null ? paths.receipt(held.publicRef) : null;
  const conversation = <Conversation {...{ lang, action, errors, typed }} messages={await listMessages(tx, held)} side="resident" daysOnly />;
  // Whoever waits aside is not told so: only that it came.
  const state = held.state === "aside" ? "received" : held.state;
  const facts = [
    { term: t.number[lang], detail: held.code },
    { term: t.state[lang], detail: workTexts.states[state as keyof typeof workTexts.states][lang] },
  ];
  const ended = held.closedAt === null ? null : (endedTexts[held.outcome as keyof typeof endedTexts]?.[lang] ?? "");
  const dutyPhone = postAt(tx.house, held.communeId, lang).profile.phone;
  return residentPage(<ReceiptPage {...{ lang, dutyPhone, ended, facts, conversation }} code={showReference(held.publicRef)} />, {
    title: t.receiptTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
