import { formatDate, formatDay } from "../../base/day/format.ts";
import { dayOf } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import { findInForce } from "../../kernel/law/table.ts";
import type { Read } from "../../kernel/record.ts";
import { showReference } from "../../kernel/reference.ts";
import type { Tx } from "../../kernel/tx.ts";
import { postCookie } from "../../web/answer.ts";
import { type Answer, type Asked, get, officePage, pdf, post, type Route, residentPage, seeOther } from "../../web/route.ts";
import type { SummaryRow } from "../../web/views/parts.tsx";
import { chosenPost, postAt, postName } from "../../web/views/post.ts";
import { isFileForm, parseCode, parsePaperFile, parseRevocation } from "./forms.ts";
import { paths } from "./paths.ts";
import type { IssuedPaper, PublicPaper } from "./queries.ts";
import { getPaperPdf, revokePaper, type Verdict, verifyByCode, verifyByFile } from "./service.ts";
import { texts } from "./texts.ts";
import { CheckPage, type CheckProps, RevokePage, type RevokeProps, VerdictPage } from "./views.tsx";

type Asking = Pick<Asked, "tx" | "cookies" | "lang">;
const fresh = { typed: {}, errors: {} };

/** Checking a paper, for anybody; the files of the post and taking one back, for its officers. */
export const paperRoutes: readonly Route[] = [
  get(paths.verify(), "anybody", async ({ lang }) => checkPage({ lang, ...fresh })),
  post(
    paths.verify(),
    "anybody",
    async (asked) => {
      const { tx, body, files, lang } = asked;
      if (!isFileForm(body)) {
        const form = parseCode(body);
        return form.ok ? seeOther(paths.verified(form.value.code)) : checkPage({ lang, ...form }, 422);
      }
      const form = parsePaperFile(body, files);
      return form.ok ? verdictPage(asked, await verifyByFile(tx, form.value.bytes), { byFile: true }) : checkPage({ lang, ...form }, 422);
    },
    { perMinute: 30 },
  ),
  get("/xac-minh/:code", "anybody", async (asked) => verdictPage(asked, await verifyByCode(asked.tx, asked.params.code), { byFile: false }), { perMinute: 30 }),

  get("/can-bo/giay/:code", "counter.read", async ({ tx, params }) => {
    const { paper, pdf: bytes } = await getPaperPdf(tx, params.code.replace(/\.pdf$/, ""));
    return pdf(bytes, `${paper.form}-${paper.number}-${paper.symbol}.pdf`, [readOf(paper)]);
  }),
  get("/can-bo/giay/:code/thu-hoi", "counter.revoke", async ({ tx, params, lang }) => {
    const { paper } = await getPaperPdf(tx, params.code);
    return revokePage({ paper, lang, ...fresh });
  }),
  post("/can-bo/giay/:code/thu-hoi", "counter.revoke", async ({ tx, params, body, lang }) => {
    const { paper } = await getPaperPdf(tx, params.code);
    const form = parseRevocation(body);
    if (!form.ok) return revokePage({ paper, lang, ...form }, 422);
    await revokePaper(tx, paper.code, form.value.reason);
    return seeOther(paths.verified(paper.code));
  }),
];

function readOf(paper: IssuedPaper): Read {
  return { communeId: paper.communeId, provinceId: paper.provinceId, regime: paper.regime, subject: `matter:${paper.matterId}`, purpose: texts.readPurpose.vi };
}

function revokePage(props: RevokeProps, status = 200): Answer {
  return officePage(<RevokePage {...props} />, { title: texts.revokeTitle[props.lang], status });
}

function checkPage(props: CheckProps, status = 200): Answer {
  return residentPage(<CheckPage {...props} />, { title: texts.title[props.lang], status });
}

function verdictPage(asking: Asking, found: Verdict, { byFile }: { readonly byFile: boolean }): Answer {
  const { tx, lang } = asking;
  const paper = "paper" in found ? found.paper : null;
  const page = (
    <VerdictPage
      lang={lang}
      verdict={found.verdict}
      sentence={sentenceOf(found, lang)}
      facts={paper === null ? [] : factsOf(tx, paper, lang)}
      phone={phoneFor(asking, paper)}
      byFile={byFile}
    />
  );
  return residentPage(page, { title: texts[found.verdict][lang], status: found.verdict === "unknown" && !byFile ? 404 : 200 });
}

function sentenceOf(found: Verdict, lang: Lang): string {
  if (found.verdict === "superseded") {
    const { supersededAt, supersededFor, issuedAt } = found.paper;
    const why = supersededFor === null ? "" : ` ${texts.supersededWhy[lang](withoutStop(supersededFor))}`;
    return `${texts.supersededText[lang](dayShown(supersededAt ?? issuedAt, lang))}${why}`;
  }
  if (found.verdict === "revoked") {
    return texts.revokedText[lang](dayShown(found.paper.revokedAt ?? found.paper.issuedAt, lang), withoutStop(found.paper.revokedFor ?? ""));
  }
  return { valid: texts.validText, expired: texts.expiredText, unknown: texts.unknownText, altered: texts.alteredText, unreadable: texts.unreadableText }[found.verdict][lang];
}

const withoutStop = (text: string): string => text.replace(/[.\s]+$/, "");

function kindOf(tx: Tx, { form, issuedAt }: { readonly form: string; readonly issuedAt: Date }, lang: Lang): string {
  const law = findInForce(tx.house.paperForms, dayOf(issuedAt), form);
  return law === null ? form : `${law.name[lang]} (${form})`;
}

/** The kind, number and day of what took a paper's place. Its code is for whoever holds it. */
function successorOf(tx: Tx, { successorForm, successorNumber, successorIssuedAt }: PublicPaper, lang: Lang): SummaryRow[] {
  if (successorForm === null || successorNumber === null || successorIssuedAt === null) return [];
  const kind = kindOf(tx, { form: successorForm, issuedAt: successorIssuedAt }, lang);
  return [{ term: texts.successor[lang], detail: texts.successorShown[lang](kind, successorNumber, dayShown(successorIssuedAt, lang)) }];
}

function factsOf(tx: Tx, paper: PublicPaper, lang: Lang): SummaryRow[] {
  return [
    ...successorOf(tx, paper, lang),
    { term: texts.kind[lang], detail: kindOf(tx, paper, lang) },
    { term: texts.number[lang], detail: `${paper.number}/${paper.symbol}` },
    { term: texts.issuer[lang], detail: postName(tx.house.units.getUnit(paper.communeId), lang) },
    { term: texts.signer[lang], detail: paper.signerName },
    { term: texts.issuedOn[lang], detail: dayShown(paper.issuedAt, lang) },
    { term: texts.validUntil[lang], detail: paper.validUntil === null ? texts.noEnd[lang] : formatDay(paper.validUntil, lang) },
    { term: texts.codeShown[lang], detail: <span class="code">{showReference(paper.code)}</span> },
  ];
}

/** Of the post that issued the paper; of the resident's own when nobody did. */
function phoneFor({ tx, cookies, lang }: Asking, paper: PublicPaper | null): string | null {
  if (paper !== null) return postAt(tx.house, paper.communeId, lang).profile.phone;
  return chosenPost(tx.house, { code: cookies[postCookie], today: dayOf(tx.now), lang }).profile.phone;
}

const dayShown = (instant: Date, lang: Lang): string => formatDate(dayOf(instant), lang);
