import { formatDate, formatMonth } from "../../base/day/format.ts";
import { addMonths, dayOf, monthOf } from "../../base/day.ts";
import { formatDong } from "../../base/dong.ts";
import type { Lang } from "../../base/lang.ts";
import { tidy } from "../../base/vietnamese.ts";
import { Problem } from "../../kernel/problem.ts";
import type { Tx } from "../../kernel/tx.ts";
import { findProfile } from "../../kernel/units.ts";
import { postCookie } from "../../web/answer.ts";
import { languageCookie } from "../../web/language.ts";
import { type Answer, type Asked, get, post, type Route, residentPage, seeOther } from "../../web/route.ts";
import { chosenPost, describeOpening, findOpening, type Post, postName } from "../../web/views/post.ts";
import { contactPaths } from "../contact/index.ts";
import { incidentPaths } from "../incidents/index.ts";
import { listeningPaths } from "../listening/index.ts";
import { mediationPaths } from "../mediation/index.ts";
import { openPaths } from "../opendata/index.ts";
import { paperPaths } from "../papers/index.ts";
import { listParcels, procedurePaths } from "../procedures/index.ts";
import { queuePaths, waitingNow } from "../queue/index.ts";
import { listPublicAlerts, scamPaths } from "../scams/index.ts";
import { findUnitsNamed, lineageOf } from "../units/index.ts";
import { parsePost } from "./forms.ts";
import { paths, readBack, readLang } from "./paths.ts";
import { texts } from "./texts.ts";
import { HomePage, type HomeProps, type OldName, type PostChoice, PostsPage, type PostsProps, type ShownFigure } from "./views.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;

const doors = {
  procedures: procedurePaths.procedures(),
  track: procedurePaths.track(),
  verify: paperPaths.verify(),
  book: queuePaths.booking(),
  cheated: scamPaths.shield(),
  genuine: contactPaths.check(),
  openData: openPaths.page(),
  report: incidentPaths.emergency(),
  say: listeningPaths.say(),
  heard: listeningPaths.publicList(),
  mediation: mediationPaths.about(),
};
const oneYearSeconds = 365 * 86_400;

/** The first page, and the choice of post and language. */
export const frontRoutes: readonly Route[] = [
  get(paths.home(), "anybody", async (asked) => {
    const chosen = postAsked(asked);
    const figures = await figuresOf(asked.tx, chosen, asked.lang);
    const madeOf = await madeOfOf(asked, chosen);
    const waiting = await waitingNow(asked.tx, chosen.unit.id);
    const [newest] = await listPublicAlerts(asked.tx, { communeId: chosen.unit.id }, 1);
    const alert = newest ? { headline: newest.headline, href: scamPaths.publicAlert(chosen.unit.code, newest.ref) } : null;
    return residentPage(<HomePage {...homeProps(asked, chosen)} {...figures} madeOf={madeOf} waiting={waiting} alert={alert} />, {
      title: chosen.name,
      description: texts.lead[asked.lang],
    });
  }),
  get(paths.posts(), "anybody", async (asked) => postsPage(asked, {})),
  post(paths.posts(), "anybody", async (asked) => {
    const form = parsePost(
      asked.body,
      listPosts(asked).map((one) => one.code),
    );
    if (!form.ok) return postsPage(asked, form.errors, 422);
    return seeOther(paths.home(), [{ name: postCookie, value: form.value.post, maxAgeSeconds: oneYearSeconds }]);
  }),
  get("/ngon-ngu/:lang", "anybody", async ({ params, query }) => {
    const lang = readLang(params.lang);
    if (lang === null) throw new Problem("notFound");
    return seeOther(readBack(query["ve"]), [{ name: languageCookie, value: lang, maxAgeSeconds: oneYearSeconds }]);
  }),
];

function postAsked({ tx, cookies, lang }: Asking): Post {
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang });
}

function homeProps({ tx, lang }: Asking, { unit, profile, calendar }: Post): Omit<HomeProps, "figures" | "source" | "madeOf" | "waiting" | "alert"> {
  const opening = findOpening(calendar, tx.now);
  return {
    lang,
    doors,
    phone: profile.phone,
    opening: opening && { open: opening.open, rest: describeOpening(calendar, { opening, now: tx.now, lang }) },
    unit: unit.name,
    otherPosts: tx.house.postProfiles.size > 1,
  };
}

/** What may be told of the area and of this month: only what anybody may read, and nothing that is not known. */
async function figuresOf(tx: Tx, { unit }: Post, lang: Lang): Promise<Pick<HomeProps, "figures" | "source">> {
  const today = dayOf(tx.now);
  const profile = await findProfile(tx, unit.id, today);
  const rated = await ratedFigure(tx, unit.id, lang);
  const whole = (count: number): string => formatDong(BigInt(count), lang);
  const area = [
    profile?.areaHectares != null && { value: texts.hectares[lang](whole(profile.areaHectares)), meaning: texts.area[lang] },
    profile?.hamletCount != null && { value: whole(profile.hamletCount), meaning: texts.hamlets[lang] },
    profile?.population != null && { value: whole(profile.population), meaning: texts.population[lang] },
  ].filter((figure) => figure !== false);
  return { figures: [...(rated ? [rated] : []), ...area], source: area.length > 0 ? (profile?.source ?? null) : null };
}

/** How many of the newest ratings that may be told were satisfied, within the year: whole parcels of five and more, of months that are over. */
async function ratedFigure(tx: Tx, communeId: number, lang: Lang): Promise<ShownFigure | null> {
  const month = monthOf(dayOf(tx.now)).from;
  const parcels = await listParcels(tx, { communeIds: [communeId], from: addMonths(month, -12), to: month });
  const last = parcels.at(-1);
  if (!last) return null;
  const newest = parcels.filter(({ toMonth }) => toMonth === last.toMonth);
  const good = newest.reduce((sum, one) => sum + one.verySatisfied + one.satisfied, 0);
  const all = newest.reduce((sum, one) => sum + one.notSatisfied, good);
  const when = last.fromMonth === last.toMonth ? formatMonth(last.toMonth, lang) : texts.fromTo[lang](formatMonth(last.fromMonth, lang), formatMonth(last.toMonth, lang));
  return { value: texts.ofThem[lang](String(good), String(all)), meaning: texts.satisfied[lang](when) };
}

/** The posts that are here today, by name. */
function listPosts({ tx, lang }: Asking): PostChoice[] {
  const { units, postProfiles } = tx.house;
  const today = dayOf(tx.now);
  return [...postProfiles]
    .flatMap(([id, profile]) => {
      const unit = units.findUnit(id);
      return unit && units.findByCode("commune", unit.code, today)?.id === id ? [{ code: unit.code, name: postName(unit, lang), place: profile.address }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, "vi"));
}

/** "Since 1/7/2025 made of the former …": the communes that a post's own took over last. */
async function madeOfOf({ tx, lang }: Asking, { unit }: Post): Promise<string | null> {
  const { cameFrom } = await lineageOf(tx, unit.id);
  const last = cameFrom.filter((step) => step.to.id === unit.id && step.onDate === unit.validFrom);
  if (last.length === 0) return null;
  const names = last.map((step) => (step.share === "partial" ? texts.partOf[lang](step.from.name) : step.from.name));
  return texts.madeOf[lang](formatDate(unit.validFrom, lang), new Intl.ListFormat(lang).format(names));
}

/** What became of the communes that ever bore a name; at most five of them. */
async function oldNames(tx: Tx, typed: string, lang: Lang): Promise<OldName> {
  if (typed === "") return { typed, found: null };
  const named = (await findUnitsNamed(tx, typed, null)).filter((unit) => unit.kind === "commune").slice(0, 5);
  const found: string[] = [];
  for (const unit of named) {
    const { wentTo } = await lineageOf(tx, unit.id);
    const now = wentTo.map((step) => step.to).filter((one) => one.validTo === null);
    const names = [...new Set(now.map((one) => one.name))];
    if (names.length > 0) found.push(texts.oldNow[lang](unit.name, new Intl.ListFormat(lang).format(names)));
    else if (unit.validTo === null) found.push(texts.oldStill[lang](unit.name));
  }
  return { typed, found: [...new Set(found)] };
}

async function postsPage(asked: Asking & { readonly query?: Asked["query"] }, errors: PostsProps["errors"], status = 200): Promise<Answer> {
  const old = await oldNames(asked.tx, tidy(asked.query?.["q"] ?? "").slice(0, 100), asked.lang);
  const page = <PostsPage lang={asked.lang} posts={listPosts(asked)} chosen={postAsked(asked).unit.code} errors={errors} old={old} />;
  return residentPage(page, { title: texts.postsTitle[asked.lang], status });
}
