import { formatDate } from "../../../base/day/format.ts";
import { addDays, dayOf, instantAt, monthOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { countAside } from "../../../kernel/door.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { listHamlets } from "../../../kernel/units.ts";
import { typedOf } from "../../../web/form.ts";
import { readInstantPosition, writeInstantPosition } from "../../../web/position.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { siftingRoutes } from "../../../web/sifting.tsx";
import type { Option } from "../../../web/views/form/choice.tsx";
import { parseNewOpinion } from "../forms/opinions.ts";
import { opinion } from "../matter.ts";
import { paths } from "../paths.ts";
import { countCommitments } from "../queries/commitments.ts";
import { countByCommune, countOpinions, listAside, listOpinions, positionOf } from "../queries/opinions.ts";
import { takeAtCounter } from "../service/take.ts";
import { officeTexts as t } from "../texts/office.ts";
import { headingTexts } from "../texts/words.ts";
import { type Figures, FiguresPage } from "../views/figures.tsx";
import { type Filled, ListPage } from "../views/list.tsx";

const pageSize = 50;
const fresh: Filled = { errors: {}, typed: {} };

/** Opinions of the post, those that wait to be sifted, and what they come to. */
export const listRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe", "listening.read", async ({ tx, query, lang }) => await listPage(tx, lang, { query, filled: fresh })),

  post("/can-bo/lang-nghe/y-kien", "listening.receive", async ({ tx, body, lang }) => {
    const hamlets = await hamletOptions(tx);
    const form = parseNewOpinion(body, idsOf(hamlets));
    if (!form.ok) return await listPage(tx, lang, { query: {}, filled: form });
    return seeOther(paths.opinion(await takeAtCounter(tx, form.value)));
  }),

  ...siftingRoutes({
    url: "/can-bo/lang-nghe/cho-sang-loc",
    needs: "listening.receive",
    kind: opinion,
    back: paths.list(),
    purpose: t.siftPurpose.vi,
    list: async (tx, place, { size, lang }) =>
      (await listAside(tx, place, size)).map(({ matterId, publicRef, code, said, takenAt, heading }) => ({
        id: matterId,
        ref: publicRef,
        told: said,
        facts: `${code} · ${formatDate(dayOf(takenAt), lang)} · ${headingTexts[heading][lang]}`,
      })),
  }),

  get("/can-bo/lang-nghe/so-lieu", "listening.figures", async ({ tx, lang }) => await figuresPage(tx, lang)),
];

async function listPage(tx: Tx, lang: Lang, { query, filled }: { readonly query: Readonly<Record<string, string>>; readonly filled: Filled }): Promise<Answer> {
  const place = placeOf(tx.actor);
  const open = query["loc"] !== "tat-ca";
  const words = (query["tim"] ?? "").trim().slice(0, 100);
  const after = readInstantPosition(query["sau"]);
  const rows = await listOpinions(tx, place, { open, words, after, size: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const more = rows.length > pageSize && last;
  const asked = new URLSearchParams({ loc: open ? "mo" : "tat-ca", ...(words ? { tim: words } : {}) });
  const props = {
    ...filled,
    lang,
    now: tx.now,
    rows: shown,
    open,
    words,
    aside: await countAside(tx, place, opinion.kind),
    hamlets: await hamletOptions(tx),
    mayTake: may(tx.actor, "listening.receive", place),
    mayCount: may(tx.actor, "listening.figures", place),
    nextHref: more ? `${paths.listAfter(writeInstantPosition(positionOf(last, open)))}&${asked}` : null,
    firstHref: after ? `${paths.list()}?${asked}` : null,
  };
  return officePage(<ListPage {...props} />, { title: t.title[lang], status: Object.keys(filled.errors).length > 0 ? 422 : 200 });
}

/** The month so far: of the post by heading, of a province by commune. */
async function figuresPage(tx: Tx, lang: Lang): Promise<Answer> {
  const today = dayOf(tx.now);
  const { from } = monthOf(today);
  const span = { from: instantAt(from, "00:00"), before: instantAt(addDays(today, 1), "00:00") };
  const figures = await figuresOf(tx, span);
  return officePage(<FiguresPage lang={lang} period={t.figuresLead[lang](formatDate(from, lang), formatDate(today, lang))} figures={figures} />, { title: t.figuresTitle[lang] });
}

async function figuresOf(tx: Tx, span: { readonly from: Date; readonly before: Date }): Promise<Figures> {
  if (tx.actor.scope.kind !== "commune") {
    const rows = await countByCommune(tx, span);
    return { kind: "province", rows: rows.map(({ communeId, ...counts }) => ({ name: tx.house.units.getUnit(communeId).name, ...counts })) };
  }
  const place = placeOf(tx.actor);
  return { kind: "post", rows: await countOpinions(tx, place, span), kept: await countCommitments(tx, place, span) };
}

/** The hamlets of the actor's commune today, for a list that opens. */
export async function hamletOptions(tx: Tx): Promise<readonly Option[]> {
  return (await listHamlets(tx, placeOf(tx.actor).communeId, dayOf(tx.now))).map(({ id, name }) => ({ value: String(id), text: name }));
}

export const idsOf = (options: readonly Option[]): readonly number[] => options.map(({ value }) => Number(value));

/** What a form was sent with, when its verb came too late. */
export const typedAgain = (body: unknown): Filled => ({ errors: {}, typed: typedOf(body) });
