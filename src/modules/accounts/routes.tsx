import { Problem } from "../../kernel/problem.ts";
import { refuse, typedOf } from "../../web/form.ts";
import { type Officer, sessionCookie } from "../../web/officer.ts";
import { type Answer, type Asked, get, officePage, post, type Route, residentPage, type SetCookie, seeOther } from "../../web/route.ts";
import { parsePassword, parseSignIn } from "./forms.ts";
import { paths } from "./paths.ts";
import { listAccounts, listDemoAccounts } from "./queries.ts";
import { changePassword, closeAccount, limits, signIn, signInDemo, signOut } from "./service.ts";
import { accountErrors, texts } from "./texts.ts";
import { AccountsPage, PasswordPage, SignInPage } from "./views.tsx";

const atGate = { atGate: true } as const;
const forget: SetCookie = { name: sessionCookie, value: null };
const remember = (token: string): SetCookie => ({ name: sessionCookie, value: token, maxAgeSeconds: limits.absoluteMs / 1_000 });

/** Coming and going of officers, and the administrator's list. */
export const accountRoutes: readonly Route[] = [
  get("/can-bo/dang-nhap", "anybody", (asked) => signInPage(asked, { back: safeBack(asked.query.ve), only: asked.query.vai, refused: null, errors: {}, typed: {} }), atGate),

  post(
    "/can-bo/dang-nhap",
    "anybody",
    async (asked) => {
      const back = safeBack(typedOf(asked.body).ve);
      const form = parseSignIn(asked.body);
      if (!form.ok) return signInPage(asked, { back, refused: null, ...form });
      const signed = await signIn(asked.tx, form.value);
      if (!signed.ok) return signInPage(asked, { back, refused: signed.why, errors: {}, typed: { login: form.value.login } });
      return seeOther(back, [remember(signed.token)]);
    },
    { ...atGate, perMinute: 20 },
  ),

  post(
    "/can-bo/dang-nhap/trinh-dien",
    "anybody",
    async ({ tx, body }) => {
      const { login, ve } = typedOf(body);
      return seeOther(safeBack(ve), [remember(await signInDemo(tx, String(login)))]);
    },
    atGate,
  ),

  post(
    "/can-bo/thoat",
    "anybody",
    async ({ tx, cookies }) => {
      const token = cookies[sessionCookie];
      if (token) await signOut(tx, token);
      return seeOther(paths.signIn(), [forget]);
    },
    atGate,
  ),

  get("/can-bo/mat-khau", "officer", async ({ lang }) => officePage(<PasswordPage lang={lang} errors={{}} />, { title: texts.passwordTitle[lang] })),

  post(
    "/can-bo/mat-khau",
    "officer",
    async ({ tx, body, lang, officer }) => {
      const parsed = parsePassword(body);
      const form = parsed.ok && !(await changePassword(tx, idOf(officer), parsed.value)) ? refuse({}, { current: accountErrors.wrongPassword }) : parsed;
      if (!form.ok) return officePage(<PasswordPage lang={lang} errors={form.errors} />, { title: texts.passwordTitle[lang], status: 422 });
      return seeOther(paths.signIn(), [forget]);
    },
    atGate,
  ),

  get(
    "/can-bo/tai-khoan",
    "accounts.manage",
    async ({ tx, lang, officer }) => officePage(<AccountsPage lang={lang} accounts={await listAccounts(tx, provinceOf(officer))} />, { title: texts.accountsTitle[lang] }),
    atGate,
  ),

  post(
    "/can-bo/tai-khoan/:id/dong",
    "accounts.manage",
    async ({ tx, params, officer }) => {
      const id = Number(params.id);
      const known = await listAccounts(tx, provinceOf(officer));
      if (!known.some((account) => account.id === id && !account.closedAt)) throw new Problem("notFound");
      await closeAccount(tx, id, idOf(officer));
      return seeOther(paths.accounts());
    },
    atGate,
  ),
];

type Showing = { readonly back: string; readonly only?: string | undefined; readonly refused: "wrong" | "lockedOut" | null } & Pick<
  Parameters<typeof SignInPage>[0],
  "errors" | "typed"
>;

async function signInPage({ tx, lang }: Pick<Asked, "tx" | "lang">, { back, only, refused, errors, typed }: Showing): Promise<Answer> {
  const everybody = tx.house.demo ? await listDemoAccounts(tx) : [];
  // A link of the console names one person; a name that nobody bears shows them all.
  const demo = everybody.some((one) => one.login === only) ? everybody.filter((one) => one.login === only) : everybody;
  const status = refused ? 422 : Object.keys(errors).length > 0 ? 422 : 200;
  return residentPage(<SignInPage {...{ lang, back, refused, errors, typed, demo }} />, { title: texts.signInTitle[lang], status });
}

/** Where to go after signing in: a page of ours for officers, or their first page. */
function safeBack(asked: unknown): string {
  return typeof asked === "string" && /^\/(can-bo|tinh)(?:[/?][\w/?=&.%-]*)?$/.test(asked) ? asked : paths.office();
}

function idOf(officer: Officer | null): number {
  if (!officer || officer.actor.id === null) throw new Problem("signInNeeded");
  return officer.actor.id;
}

/** The province that an administrator looks after. */
function provinceOf(officer: Officer | null): number {
  const scope = officer?.actor.scope;
  if (scope?.kind !== "province") throw new Problem("notPermitted");
  return scope.provinceId;
}
