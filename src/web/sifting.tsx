import { z } from "zod";
import type { Lang } from "../base/lang.ts";
import { normalise } from "../base/vietnamese.ts";
import type { Place } from "../kernel/actor.ts";
import { countAside, type Sifting, siftAside } from "../kernel/door.ts";
import type { MatterKind } from "../kernel/matter.ts";
import { readReference } from "../kernel/reference.ts";
import type { Right } from "../kernel/rights.ts";
import { placeOf, type Tx } from "../kernel/tx.ts";
import { choice, type FieldErrors, optionalText, type Parsed, parseForm, refuse, type Typed, typedList, typedOf, typedText } from "./form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "./route.ts";
import { texts as t } from "./texts.ts";
import { SiftingPage } from "./views/sifting.tsx";

/** One that waits aside: what was told, and what is known of it besides. */
export type Waiting = { readonly id: number; readonly ref: string; readonly told: string; readonly facts: string };

/** So many stand on the page; so many are looked through for words, because what they say may lie sealed. */
const shown = 200;
const lookedThrough = 3_000;

/** What one kind brings to its page. */
export type Sifted<S extends string, A extends string> = {
  readonly url: string;
  readonly needs: Right;
  readonly kind: MatterKind<S, A | Sifting["act"]>;
  /** The list that it is left out of. */
  readonly back: string;
  /** What a look at it is for, as it is written down. */
  readonly purpose: string;
  /** The newest that wait in a post, opened. */
  readonly list: (tx: Tx, place: Place, asked: { readonly size: number; readonly lang: Lang }) => Promise<readonly Waiting[]>;
};

/** The page on which a post sifts what a crowd handed in at once: one for each kind that can wait aside. */
export function siftingRoutes<S extends string, A extends string>(of: Sifted<S, A>): readonly Route[] {
  return [
    get(of.url, of.needs, async ({ tx, lang }) => await siftingPage(tx, of, { lang, words: "", errors: {}, typed: {} })),
    post(of.url, of.needs, async ({ tx, body, lang }) => {
      const typed = typedOf(body);
      const words = typedText(typed, "words").slice(0, 100);
      if (typedText(typed, "act") === "search") return await siftingPage(tx, of, { lang, words, errors: {}, typed: {} });
      const form = parseSifting(body);
      if (!form.ok) return await siftingPage(tx, of, { lang, words, ...form });
      await siftAside(tx, of.kind, form.value);
      // Words that were searched stand in no address: what is left of them is shown at once. Sent again it sifts nothing more.
      return words === "" ? seeOther(of.url) : await siftingPage(tx, of, { lang, words, errors: {}, typed: {} });
    }),
  ];
}

/** The newest that wait; with words, those in which all of them stand, marks aside. */
export async function listWaiting<S extends string, A extends string>(
  tx: Tx,
  { list }: Sifted<S, A>,
  { lang, words }: { readonly lang: Lang; readonly words: string },
): Promise<readonly Waiting[]> {
  const sought = normalise(words)
    .split(" ")
    .filter((word) => word !== "");
  const rows = await list(tx, placeOf(tx.actor), { size: sought.length > 0 ? lookedThrough : shown, lang });
  return rows.filter(({ told, facts }) => sought.every((word) => normalise(`${told} ${facts}`).includes(word))).slice(0, shown);
}

/** Which of those that stood on the page, and what becomes of them. All of them are those that the officer saw, not what came meanwhile. */
export function parseSifting(body: unknown): Parsed<Sifting> {
  const typed = typedOf(body);
  const all = typedList(typed, "all").length > 0;
  const refs = (all ? typedText(typed, "shown").split(" ") : typedList(typed, "refs")).flatMap((ref) => readReference(ref) ?? []).slice(0, shown);
  const form = parseForm(z.object({ act: choice(["takeIn", "discard"]), reason: optionalText(300) }), body);
  if (refs.length === 0) return refuse(body, { refs: t.siftNone });
  if (!form.ok) return form;
  const { act, reason } = form.value;
  if (act === "discard" && reason === null) return refuse(body, { reason: t.siftReasonMissing });
  return { ok: true, value: { refs, act, reason: reason ?? "" } };
}

type Filled = { readonly lang: Lang; readonly words: string; readonly errors: FieldErrors; readonly typed: Typed };

async function siftingPage<S extends string, A extends string>(tx: Tx, of: Sifted<S, A>, { lang, words, errors, typed }: Filled): Promise<Answer> {
  const place = placeOf(tx.actor);
  const rows = await listWaiting(tx, of, { lang, words });
  const props = { lang, words, errors, typed, rows, all: await countAside(tx, place, of.kind.kind), action: of.url, back: of.back };
  return officePage(<SiftingPage {...props} />, {
    title: t.siftTitle[lang],
    status: Object.keys(errors).length > 0 ? 422 : 200,
    reads: rows.map(({ id }) => ({ communeId: place.communeId, provinceId: place.provinceId, regime: of.kind.regime, subject: `matter:${id}`, purpose: of.purpose })),
  });
}
