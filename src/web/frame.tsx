import type { Lang } from "../base/lang.ts";
import type { Frame, Framing } from "./answer.ts";
import type { Assets } from "./look/assets.ts";
import type { Face, PageScript } from "./route.ts";
import { document } from "./views/document.tsx";
import type { Html } from "./views/html.ts";
import { type NavItem, OfficePage } from "./views/layout/office.tsx";
import { type PostFacts, ResidentPage } from "./views/layout/resident.tsx";
import { ScreenPage } from "./views/layout/screen.tsx";
import { ProblemPage } from "./views/problem.tsx";

/** What the composition of the house tells the frame. */
export type FrameParts = {
  readonly assets: Assets;
  /** The post that a resident's page names, from memory: it stands also when the database does not. */
  readonly postOf: (framing: Framing) => PostFacts;
  readonly unitName: (unitId: number, lang: Lang) => string;
  readonly roleName: (role: NonNullable<Framing["officer"]>["role"], lang: Lang) => string;
  /** The sections that an officer may open. */
  readonly navOf: (framing: Framing) => readonly (readonly NavItem[])[];
  readonly signOutAction: string;
};

/** Puts pages and troubles into whole documents. */
export function makeFrame(parts: FrameParts): Frame {
  return {
    page: (page, framing) => whole(parts, framing, { ...page, body: page.body as Html }),
    trouble: ({ problem, reference }, framing) => {
      const code = problem?.code ?? "bug";
      const face: Face = framing.officer && /^\/(can-bo|tinh)/.test(framing.path) ? "office" : "resident";
      const body = (
        <ProblemPage code={code} lang={framing.lang} homeHref={homeOf(face)} reference={problem ? undefined : reference} phone={parts.postOf(framing).phone ?? undefined} />
      );
      return { html: whole(parts, framing, { face, title: parts.postOf(framing).name, body }), status: problem?.status ?? 500 };
    },
  };
}

const homeOf = (face: Face): string => (face === "office" ? "/can-bo" : "/");

function whole(
  parts: FrameParts,
  framing: Framing,
  page: {
    readonly face: Face;
    readonly title: string;
    readonly body: Html;
    readonly description?: string | null;
    readonly freshAfterSeconds?: number | null;
    readonly script?: PageScript | null;
  },
): string {
  if (page.face === "screen") return screen(parts, framing, page);
  const office = page.face === "office" && framing.officer !== null;
  const body = office ? officeBody(parts, framing, page.body) : residentBody(parts, framing, page.body);
  const owner = office ? parts.unitName(framing.officer?.unitId ?? 0, framing.lang) : parts.postOf(framing).name;
  return document({
    title: page.title === owner ? owner : `${page.title} · ${owner}`,
    lang: framing.lang,
    face: office ? "office" : "resident",
    assets: parts.assets,
    body,
    script: page.script,
    ...findable(page.description),
  });
}

function screen(parts: FrameParts, framing: Framing, page: Parameters<typeof whole>[2]): string {
  const { lang, house } = framing;
  const body = (
    <ScreenPage lang={lang} otherLanguageHref={otherLanguage(framing)} demo={house.demo}>
      {page.body}
    </ScreenPage>
  );
  return document({ title: page.title, lang, face: "screen", assets: parts.assets, body, freshAfterSeconds: page.freshAfterSeconds });
}

/** Only a page that says what it is for is to be found by search engines. */
function findable(description: string | null | undefined) {
  return description ? { description, indexable: true } : {};
}

function residentBody(parts: FrameParts, framing: Framing, body: Html): Html {
  const { lang, house } = framing;
  return (
    <ResidentPage lang={lang} post={parts.postOf(framing)} homeHref="/" otherLanguageHref={otherLanguage(framing)} demo={house.demo} wide={framing.path.split("?")[0] === "/"}>
      {body}
    </ResidentPage>
  );
}

function officeBody(parts: FrameParts, framing: Framing, body: Html): Html {
  const { lang, house, officer } = framing;
  if (!officer) return body;
  const nav = parts.navOf(framing);
  const path = framing.path.split("?")[0] ?? "";
  const current =
    nav
      .flat()
      .map((item) => item.href)
      .filter((href) => path === href || path.startsWith(`${href}/`))
      .sort((a, b) => b.length - a.length)[0] ?? null;
  return (
    <OfficePage
      lang={lang}
      postName={parts.unitName(officer.unitId, lang)}
      homeHref="/can-bo"
      otherLanguageHref={otherLanguage(framing)}
      officer={{ rank: officer.rank, name: officer.name, role: parts.roleName(officer.role, lang) }}
      signOutAction={parts.signOutAction}
      nav={nav}
      current={current}
      demo={house.demo}
    >
      {body}
    </OfficePage>
  );
}

function otherLanguage({ lang, path }: Framing): string {
  return `/ngon-ngu/${lang === "vi" ? "en" : "vi"}?ve=${encodeURIComponent(path)}`;
}
