import { formatDate } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { Problem } from "../../../kernel/problem.ts";
import { readReference, showReference } from "../../../kernel/reference.ts";
import { showCommune } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { postCookie } from "../../../web/answer.ts";
import { isTrapped, parseMessage, refuse, typedOf } from "../../../web/form.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, type Asked, get, post, type Route, residentPage, type SentFile, seeOther } from "../../../web/route.ts";
import { chosenPost } from "../../../web/views/post.ts";
import { type CheckedFile, checkFile, FileFault, photo } from "../../attachments/index.ts";
import { parseCode, parseHandIn } from "../forms/report.ts";
import { naturesOn, ruleName } from "../law.ts";
import { paths } from "../paths.ts";
import { publicFigures } from "../service/figures.ts";
import { handInReport } from "../service/intake.ts";
import { type HeldReport, openReceipt, writeFromReceipt } from "../service/receipt.ts";
import { endingTexts } from "../texts/ending.ts";
import { formTexts } from "../texts/forms.ts";
import { heldStates, residentTexts as t } from "../texts/resident.ts";
import { EmergencyPage, type Filled, HandInPage, LookUpPage, PublicFiguresPage, ReceiptPage } from "../views/resident.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;
const fresh: Filled = { typed: {}, errors: {} };
const seldom = { anonymous: "writing", perMinute: 10 } as const;
const often = { anonymous: "writing", perMinute: 60 } as const;

/** Reporting without an account, a name or a script; of who asks nothing is kept. */
export const residentRoutes: readonly Route[] = [
  get(
    "/bao-tin",
    "anybody",
    async (asked) => {
      const { lang } = asked;
      const { name, profile } = postOf(asked);
      return residentPage(<EmergencyPage lang={lang} postName={name} phone={profile.phone} />, { title: t.title[lang], description: t.description[lang] });
    },
    often,
  ),
  get("/bao-tin/gui", "anybody", async (asked) => await handInPage(asked, fresh), often),
  post(
    "/bao-tin/gui",
    "anybody",
    async (asked) => {
      const { tx, body, files } = asked;
      const { unit } = postOf(asked);
      const { bounds } = await boundsOf(asked);
      const form = parseHandIn(body, bounds);
      if (!form.ok) return await handInPage(asked, form);
      // Whoever fills the hidden field learns nothing and leaves nothing behind.
      if (isTrapped(body)) return seeOther(paths.emergency());
      const photo = await photoOf(asked, files);
      if (photo !== null && "shown" in photo) return await handInPage(asked, refuse(body, { photo: photo.shown }));
      const ref = await handInReport(tx, { communeId: unit.id, provinceId: unit.provinceId ?? 0 }, form.value, photo, formKey(typedOf(body)));
      return seeOther(`${paths.receipt(ref)}?moi=1`);
    },
    seldom,
  ),

  get("/bao-tin/tra-cuu", "anybody", async ({ lang }) => lookUpPage(lang, fresh), often),
  post(
    "/bao-tin/tra-cuu",
    "anybody",
    async ({ tx, body, lang }) => {
      const form = parseCode(body);
      if (!form.ok) return lookUpPage(lang, form);
      const ref = readReference(form.value.code);
      if (ref !== null && (await openReceipt(tx, ref))) return seeOther(paths.receipt(ref));
      return lookUpPage(lang, refuse(body, { code: formTexts.badCode }));
    },
    seldom,
  ),

  get("/bao-tin/bien-nhan/:ref", "anybody", async ({ tx, params, query, lang }) => receiptPage(lang, await heldAt(tx, params.ref), fresh, query["moi"] === "1"), often),
  post(
    "/bao-tin/bien-nhan/:ref/nhan-tin",
    "anybody",
    async ({ tx, params, body, lang }) => {
      const form = parseMessage(body);
      const held = await heldAt(tx, params.ref);
      if (!form.ok) return receiptPage(lang, held, form, false);
      await writeFromReceipt(tx, held.matter.publicRef, form.value.message);
      return seeOther(paths.receipt(held.matter.publicRef));
    },
    seldom,
  ),

  get(
    "/bao-tin/so-lieu",
    "anybody",
    async (asked) => {
      const { tx, lang } = asked;
      const { unit, name } = postOf(asked);
      const released = await publicFigures(tx, { communeId: unit.id, provinceId: unit.provinceId ?? 0 });
      const years = [...Map.groupBy(released, ({ year }) => year)].map(([year, rows]) => ({
        year,
        rows: rows.map(({ nature, cases }) => ({ name: ruleName(tx.house.incidentRules, "nature", nature)[lang], cases: cases === null ? t.tooFew[lang] : String(cases) })),
      }));
      return residentPage(<PublicFiguresPage lang={lang} postName={name} years={years} />, { title: t.figuresTitle[lang] });
    },
    often,
  ),
];

const postOf = ({ tx, cookies, lang }: Asking) => chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });

async function boundsOf(asked: Asking) {
  const { tx } = asked;
  const { unit } = postOf(asked);
  const today = dayOf(tx.now);
  await showCommune(tx, unit.id);
  const natures = naturesOn(tx.house.incidentRules, today);
  const hamlets = await listHamlets(tx, unit.id, today);
  return { natures, hamlets, bounds: { today, natures: natures.map(({ id }) => id), hamletIds: hamlets.map(({ id }) => id) } };
}

async function handInPage(asked: Asking, { errors, typed }: Filled): Promise<Answer> {
  const { lang } = asked;
  const { name, profile } = postOf(asked);
  const { natures, hamlets } = await boundsOf(asked);
  const props = { lang, formKey: formKey(typed), natures, hamlets, errors, typed, postName: name, phone: profile.phone };
  return residentPage(<HandInPage {...props} />, { title: t.formTitle[lang], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

/** The picture, drawn anew without what the camera wrote into it; null when there is none; the fault when it cannot be kept. */
export async function photoOf({ tx }: Pick<Asked, "tx">, files: readonly SentFile[]): Promise<CheckedFile | FileFault | null> {
  const [file] = files;
  if (!file || file.bytes.length === 0) return null;
  try {
    return await checkFile(file.bytes, photo, tx.house.scanner);
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
}

async function heldAt(tx: Asked["tx"], typed: string): Promise<HeldReport> {
  const ref = readReference(typed);
  const held = ref && (await openReceipt(tx, ref));
  if (!held) throw new Problem("notFound");
  return held;
}

function receiptPage(lang: Lang, { matter, messages, goneTo }: HeldReport, { errors, typed }: Filled, isFresh: boolean): Answer {
  const facts = [
    { term: t.code[lang], detail: showReference(matter.publicRef) },
    { term: t.receivedOn[lang], detail: formatDate(dayOf(matter.receivedAt), lang) },
    { term: t.what[lang], detail: matter.title },
    { term: t.state[lang], detail: heldStates[matter.state as keyof typeof heldStates]?.[lang] ?? matter.state },
    ...(goneTo === null ? [] : [{ term: endingTexts.goneTo[lang], detail: goneTo }]),
  ];
  const props = { lang, facts, messages, errors, typed, holderRef: matter.publicRef, fresh: isFresh, open: matter.state !== "discarded" };
  return residentPage(<ReceiptPage {...props} />, { title: t.receiptTitle[lang], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

function lookUpPage(lang: Lang, filled: Filled): Answer {
  return residentPage(<LookUpPage lang={lang} {...filled} />, { title: t.findTitle[lang], status: Object.keys(filled.errors).length > 0 ? 422 : 200 });
}
