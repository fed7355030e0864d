import { formatMoment } from "../../../base/day/format.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { FieldErrors, Typed } from "../../../web/form.ts";
import { type Answer, get, officePage, post, type Route, seeOther } from "../../../web/route.ts";
import { showCode } from "../code.ts";
import { parseVouching } from "../forms.ts";
import { kindOn } from "../law.ts";
import { paths } from "../paths.ts";
import { listOwnContacts, type OwnContact, vouch } from "../service.ts";
import { officeTexts as t } from "../texts/office.ts";
import { CodesPage } from "../views/office.tsx";

const pageSize = 25;

type Showing = { readonly after: number | null; readonly fresh: boolean; readonly errors: FieldErrors; readonly typed: Typed };

/** One tap for a code, and those that the officer took. */
export const officeRoutes: readonly Route[] = [
  get("/can-bo/lien-lac", "contact.vouch", async ({ tx, query, lang }) => {
    const after = /^\d{1,15}$/.test(query["sau"] ?? "") ? Number(query["sau"]) : null;
    return await codesPage(tx, lang, { after, fresh: query["moi"] === "1", errors: {}, typed: {} });
  }),

  post(
    "/can-bo/lien-lac",
    "contact.vouch",
    async ({ tx, body, lang }) => {
      const form = parseVouching(body);
      if (!form.ok) return await codesPage(tx, lang, { after: null, fresh: false, ...form });
      await vouch(tx, form.value);
      return seeOther(`${paths.codes()}?moi=1`);
    },
    { perMinute: 30 },
  ),
];

async function codesPage(tx: Tx, lang: Lang, { after, fresh, errors, typed }: Showing): Promise<Answer> {
  const found = await listOwnContacts(tx, { after, size: pageSize + 1 });
  const own = found.slice(0, pageSize);
  const last = own.at(-1);
  const [newest] = own;
  const props = {
    codes: own.map((one) => ({ ...shown(tx, one, lang), code: one.code === null ? t.erased[lang] : showCode(one.code) })),
    fresh: fresh && newest?.code ? freshOf(tx, { ...newest, code: newest.code }, lang) : null,
    nextHref: found.length > pageSize && last ? paths.codesNext(last.id) : null,
    firstHref: after === null ? null : paths.codes(),
  };
  return officePage(<CodesPage lang={lang} {...props} errors={errors} typed={typed} />, { title: t.title[lang], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

function shown(tx: Tx, { kind, at, validUntil, withPhone }: OwnContact, lang: Lang) {
  return { what: kindOn(tx, kind).name[lang], withPhone, at: formatMoment(at, lang), until: formatMoment(validUntil, lang), valid: validUntil > tx.now };
}

function freshOf(tx: Tx, one: OwnContact & { readonly code: string }, lang: Lang) {
  const { publicUrl } = tx.house;
  const { what, until } = shown(tx, one, lang);
  return { what, until, code: showCode(one.code), scan: publicUrl + paths.checkCode(one.code), address: publicUrl.replace(/^https?:\/\//, "") + paths.check() };
}
