import { formatDigits } from "../../../base/day/format.ts";
import { dayOf, timeOf } from "../../../base/day.ts";
import { readCard } from "../../../base/identity.ts";
import type { Lang } from "../../../base/lang.ts";
import { referenceFor } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { type FieldErrors, type Typed, typedOf, typedText } from "../../../web/form.ts";
import { formKey } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { cardErrors } from "../../procedures/index.ts";
import { type Bounds, parseDeclaration, withCard, withRow } from "../forms.ts";
import { paperKindsOn, placeKindsOn } from "../law.ts";
import { overnightStay } from "../matter.ts";
import { paths } from "../paths.ts";
import type { Known } from "../queries.ts";
import { enterStay, getStayProcedure } from "../service/enter.ts";
import { formTexts } from "../texts/forms.ts";
import { stayTexts as t } from "../texts/office.ts";
import { StayForm, type StayFormProps } from "../views/form.tsx";

/** A declaration on its way into the log. */
export const declareRoutes: readonly Route[] = [
  get("/can-bo/luu-tru/khai-bao", "counter.enterStay", async ({ tx, lang }) => await declarationPage(tx, lang, { errors: {}, typed: freshForm(tx), known: [] })),

  post("/can-bo/luu-tru/khai-bao", "counter.enterStay", async ({ tx, body, lang }) => {
    const typed = typedOf(body);
    const step = addGuest(typed, tx.now);
    if (step) return await declarationPage(tx, lang, { ...step, known: [] });
    const form = parseDeclaration(body, (await boundsOf(tx)).bounds);
    if (!form.ok) return await declarationPage(tx, lang, { ...form, known: [] });
    const ref = referenceFor(tx.house.vault, overnightStay.kind, formKey(typed));
    const entered = await enterStay(tx, ref, { declaration: form.value, elsewhere: typedText(typed, "act") === "elsewhere" });
    if (!entered.ok) return await declarationPage(tx, lang, { errors: {}, typed, known: entered.known });
    return seeOther(`${paths.stay(entered.publicRef)}?moi=1`);
  }),
];

/** The form with one guest more, when that was asked for; null when it is to be entered. A scanner sends the form by itself, so a card comes first. */
export function addGuest(typed: Typed, now: Date): { readonly errors: FieldErrors; readonly typed: Typed } | null {
  const card = typedText(typed, "card");
  if (card !== "") {
    // What was scanned is not shown again: it is personal data in one line.
    const bare = { ...typed, card: "" };
    const reading = readCard(card, dayOf(now));
    if (!reading.ok) return { typed: bare, errors: { card: cardErrors[reading.fault] } };
    const more = withCard(bare, reading.card);
    return more ? { typed: more, errors: {} } : { typed: bare, errors: { card: formTexts.cardTwice } };
  }
  return typedText(typed, "act") === "more" ? { typed: withRow(typed), errors: {} } : null;
}

/** Where a declaration begins: the guest has just come. */
function freshForm(tx: Tx): Typed {
  const { hour, minute } = timeOf(tx.now);
  return { arrivedOn: formatDigits(dayOf(tx.now)), arrivedTime: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

/** What a form is measured against, and what it offers. */
export async function boundsOf(tx: Tx) {
  const today = dayOf(tx.now);
  const procedure = getStayProcedure(tx);
  const [places, papers] = [placeKindsOn(tx.house.stayKinds, today), paperKindsOn(tx.house.stayKinds, today)];
  const hamlets = await listHamlets(tx, placeOf(tx.actor).communeId, today);
  const bounds: Bounds = {
    now: tx.now,
    shorterThanDays: procedure.stayShorterThan?.count ?? null,
    places: places.map(({ id }) => id),
    papers,
    hamletIds: hamlets.map(({ id }) => id),
  };
  return { bounds, places, papers, hamlets, procedure };
}

type Shown = { readonly errors: FieldErrors; readonly typed: Typed; readonly known: readonly Known[] };

async function declarationPage(tx: Tx, lang: Lang, shown: Shown): Promise<Answer> {
  const publicRef = formKey(shown.typed);
  return await formPage(tx, lang, { ...shown, action: paths.declaration(), publicRef, correcting: null });
}

/** The page of a form, new or correcting; 409 when a guest is known already or a colleague was faster. */
export async function formPage(tx: Tx, lang: Lang, given: Pick<StayFormProps, "action" | "publicRef" | "correcting" | "known" | "errors" | "typed">): Promise<Answer> {
  const { places, papers, hamlets, procedure } = await boundsOf(tx);
  const help = procedure.cases[0]?.help?.[lang] ?? null;
  const title = given.correcting ? t.correctTitle[lang](given.correcting.code) : t.declareTitle[lang];
  const conflict = given.known.length > 0 || given.correcting?.conflict === true;
  const place = placeOf(tx.actor);
  return officePage(<StayForm lang={lang} {...given} {...{ places, papers, hamlets, help }} />, {
    title,
    status: conflict ? 409 : Object.keys(given.errors).length > 0 ? 422 : 200,
    // Who is shown as known is somebody's data, seen for the purpose of this declaration.
    reads: given.known.map(({ matterId }) => ({ ...place, regime: "counter", subject: `matter:${matterId}`, purpose: t.readPurpose.vi })),
  });
}
