import { formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import { findInForce } from "../../../kernel/law/table.ts";
import { Problem, unlessChanged } from "../../../kernel/problem.ts";
import { showReference } from "../../../kernel/reference.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import { type FieldErrors, type Typed, typedList, typedOf } from "../../../web/form.ts";
import { type DuePosition, readDuePosition } from "../../../web/position.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, type Asked, batch, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { draftOf, findSignable, listOutside, paperFormOn } from "../../papers/index.ts";
import { mostAtOnce, parseSeen, parseTicked } from "../forms.ts";
import { paths } from "../paths.ts";
import { findMatters, findSeen, listFolder } from "../queries.ts";
import { doEach } from "../service/batch.ts";
import { type Done, exportSeen, noteSeen, openWaiting, readFolder, signSeen } from "../service/folder.ts";
import { texts as t } from "../texts.ts";
import { type DoneLine, DonePage } from "../views/done.tsx";
import { FolderPage } from "../views/folder.tsx";
import { ReadingPage } from "../views/reading.tsx";

const pageSize = 50;
const mostInReading = 200;

/** The folder, reading what is in it, and signing what was read. */
export const folderRoutes: readonly Route[] = [
  get("/can-bo/ky", "counter.sign", ({ tx, query, lang }) => folderPage(tx, lang, { after: readDuePosition(query["sau"]), errors: {}, typed: {} })),

  get("/can-bo/ky/xem/:ref", "counter.sign", (asked) => readingPage(asked, { changed: false })),

  get("/can-bo/ky/xem/:ref/ban-thao.svg", "counter.sign", async ({ tx, params }) => {
    const { proposed } = await openWaiting(tx, refOf(params.ref));
    const { template, data } = draftOf(tx, proposed);
    const bytes = await tx.house.typesetter.draw(template, data);
    return { kind: "file", bytes, type: "image/svg+xml", name: "ban-thao.svg", inline: true, reads: [] };
  }),

  post("/can-bo/ky/xem/:ref/da-xem", "counter.sign", async (asked) => {
    const { tx, params, body } = asked;
    const ref = refOf(params.ref);
    const form = parseSeen(body);
    if (!form.ok) throw new Problem("malformed");
    if (!(await unlessChanged(noteSeen(tx, ref, form.value)))) return await readingPage(asked, { changed: true });
    const { next } = await neighboursOf(tx, ref);
    return seeOther(next === null ? paths.folder() : paths.reading(next));
  }),

  batch("/can-bo/ky/chu-ky", "counter.sign", async (asked) => {
    const { body, lang, apart } = asked;
    const wrong = wrongOrder(body);
    if (wrong) return await apart((tx) => folderPage(tx, lang, { after: null, ...wrong }));
    return donePage(await doEach(asked, refsOf(body), signSeen), { lang, title: t.doneTitle[lang] });
  }),

  batch("/can-bo/ky/ban-xuat", "counter.sign", async (asked) => {
    const { body, lang, apart } = asked;
    const wrong = wrongOrder(body);
    if (wrong) return await apart((tx) => folderPage(tx, lang, { after: null, ...wrong }));
    return donePage(await doEach(asked, refsOf(body), exportSeen), { lang, title: t.exportedTitle[lang] });
  }),
];

function refsOf(body: unknown): readonly string[] {
  const form = parseTicked(body);
  return form.ok ? form.value.hoSo : [];
}

/** Nothing ticked, too much, or not confirmed. */
function wrongOrder(body: unknown): { errors: FieldErrors; typed: Typed } | null {
  const typed = typedOf(body);
  const form = parseTicked(body);
  const agreed = typedList(typed, "dongY").includes("co");
  if (form.ok && agreed) return null;
  return { typed, errors: { ...(form.ok ? {} : form.errors), ...(agreed ? {} : { dongY: t.confirmMissing }) } };
}

type Shown = { readonly after: DuePosition | null; readonly errors: FieldErrors; readonly typed: Typed };

/** The folder; also shown again with what was wrong. */
export async function folderPage(tx: Tx, lang: Lang, { after, errors, typed }: Shown): Promise<Answer> {
  const { rows, whose } = await readFolder(tx, { after, size: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const lines = page.map((row) => ({
    ref: row.publicRef,
    code: row.code,
    title: row.title,
    whose: whose.get(row.id) ?? "",
    dueAt: row.dueAt,
    seen: row.seenVersion === row.version ? ("seen" as const) : row.seenVersion === null ? ("not" as const) : ("again" as const),
  }));
  const nextHref = rows.length > pageSize && last ? paths.next(`${last.dueAt?.toISOString() ?? ""}_${last.id}`) : null;
  const outside = tx.house.signing === "elsewhere" ? await outsideLines(tx, lang) : [];
  const props = { lang, now: tx.now, signing: tx.house.signing, lines, outside, nextHref, errors, typed };
  return officePage(<FolderPage {...props} />, { title: t.title[lang], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function outsideLines(tx: Tx, lang: Lang) {
  const { communeId } = placeOf(tx.actor);
  const papers = await listOutside(tx, communeId, mostAtOnce);
  const matters = await findMatters(
    tx,
    communeId,
    papers.map(({ matterId }) => matterId),
  );
  return papers.flatMap((paper) => {
    const matter = matters.get(paper.matterId);
    if (!matter) return [];
    const { publicRef: ref, code: matterCode, title, version } = matter;
    const { answers } = paperFormOn(tx.house.paperForms, dayOf(paper.issuedAt), paper.form);
    return [
      {
        ref,
        matterCode,
        title,
        version,
        paper: `${paper.form} ${paper.number}/${paper.symbol}`,
        code: paper.code,
        signer: paper.signerName,
        at: formatMoment(paper.issuedAt, lang),
        decided: !answers,
      },
    ];
  });
}

/** Before and after a proposal, in the order of the folder. */
async function neighboursOf(tx: Tx, ref: string): Promise<{ place: { i: number; n: number } | null; previous: string | null; next: string | null }> {
  const states = tx.house.signables.map((signable) => signable.states.waiting);
  const refs = (await listFolder(tx, placeOf(tx.actor), { states, after: null, size: mostInReading })).map((row) => row.publicRef);
  const i = refs.indexOf(ref);
  if (i < 0) return { place: null, previous: null, next: null };
  return { place: { i: i + 1, n: refs.length }, previous: refs[i - 1] ?? null, next: refs[i + 1] ?? null };
}

async function readingPage({ tx, params, lang }: Pick<Asked<"/can-bo/ky/xem/:ref">, "tx" | "params" | "lang">, { changed }: { readonly changed: boolean }): Promise<Answer> {
  const ref = refOf(params.ref);
  const { signable, matter } = await findSignable(tx, ref);
  // Signed by a colleague, sent back or withdrawn meanwhile: nothing is left to read here.
  if (matter.state !== signable.states.waiting) return seeOther(paths.folder());
  const { proposed, digest } = await openWaiting(tx, ref);
  const { form, title, facts, href, read } = proposed;
  const law = findInForce(tx.house.paperForms, dayOf(tx.now), form);
  const seen = await findSeen(tx, matter);
  const props = {
    lang,
    ref,
    href,
    changed,
    code: matter.code,
    version: matter.version,
    digest: digest.toString("hex"),
    form: law ? `${law.name[lang]} (${form})` : form,
    title: title[lang],
    facts: facts.map(({ term, detail }) => ({ term: term[lang], detail })),
    seenAt: seen?.version === matter.version && seen.digest.equals(digest) ? formatMoment(seen.seenAt, lang) : null,
    ...(await neighboursOf(tx, ref)),
  };
  return officePage(<ReadingPage {...props} />, { title: `${t.readingTitle[lang]} ${matter.code}`, status: changed ? 409 : 200, reads: [read] });
}

function donePage(done: readonly Done[], { lang, title }: { readonly lang: Lang; readonly title: string }): Answer {
  return officePage(<DonePage lang={lang} title={title} of={t.code[lang]} lines={done.map((one) => lineOf(one, lang))} />, { title });
}

function lineOf(done: Done, lang: Lang): DoneLine {
  const named = { name: done.code, href: null };
  if (done.outcome === "signed" || done.outcome === "already") {
    const paper = done.paper ? `${done.paper.form} ${done.paper.number}/${done.paper.symbol} (${showReference(done.paper.code)})` : "";
    return { ...named, ok: true, look: "done", word: t[done.outcome][lang](paper) };
  }
  if (done.outcome === "exported") return { ...named, ok: true, look: "toSign", word: t.exported[lang] };
  if (done.outcome === "failed") return { ...named, ok: false, look: "refused", word: t.failed[lang](done.reference) };
  return { ...named, ok: false, look: "returned", word: t[done.outcome][lang] };
}
