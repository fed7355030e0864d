import { formatMoment } from "../../base/day/format.ts";
import type { Lang } from "../../base/lang.ts";
import type { Role } from "../../kernel/rights.ts";
import { type FieldErrors, type Typed, typedText } from "../../web/form.ts";
import { Button } from "../../web/views/button.tsx";
import { ErrorSummary } from "../../web/views/form/errors.tsx";
import { TextField } from "../../web/views/form/text.tsx";
import type { Html } from "../../web/views/html.ts";
import { Notice } from "../../web/views/parts.tsx";
import { DataTable } from "../../web/views/table.tsx";
import { paths } from "./paths.ts";
import { roleTexts, texts } from "./texts.ts";

type FormProps = { readonly lang: Lang; readonly errors: FieldErrors; readonly typed: Typed };

export type DemoAccount = { readonly login: string; readonly name: string; readonly rank: string; readonly unitName: string; readonly role: Role };

/** Sign-in by password and authenticator; in a demonstration also by one click. */
export function SignInPage(props: FormProps & { readonly refused: "wrong" | "lockedOut" | null; readonly back: string; readonly demo: readonly DemoAccount[] }): Html {
  const { lang, errors, typed, refused, back, demo } = props;
  return (
    <>
      <h1>{texts.signInTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      {refused && (
        <Notice kind="danger" title={texts.wrongTitle[lang]} announce>
          {texts[refused][lang]}
        </Notice>
      )}
      {demo.length > 0 && <DemoSignIns accounts={demo} lang={lang} back={back} />}
      <form method="post" action={paths.signIn()} class="form">
        <input type="hidden" name="ve" value={back} />
        <TextField name="login" lang={lang} label={texts.login[lang]} value={typedText(typed, "login")} error={errors.login?.[lang]} autocomplete="username" width="middle" />
        <TextField name="password" type="password" lang={lang} label={texts.password[lang]} error={errors.password?.[lang]} autocomplete="current-password" width="middle" />
        <TextField name="code" lang={lang} label={texts.code[lang]} error={errors.code?.[lang]} inputmode="numeric" autocomplete="one-time-code" width="short" />
        <Button>{texts.signIn[lang]}</Button>
      </form>
      <p>
        <a href="/">{texts.residentsHere[lang]}</a>
      </p>
    </>
  );
}

function DemoSignIns({ accounts, lang, back }: { readonly accounts: readonly DemoAccount[]; readonly lang: Lang; readonly back: string }): Html {
  const units = [...Map.groupBy(accounts, (account) => account.unitName)];
  return (
    <section class="stack" aria-labelledby="demo-title">
      <h2 id="demo-title">{texts.demoTitle[lang]}</h2>
      <p>{texts.demoText[lang]}</p>
      <form method="post" action={paths.demoSignIn()} class="form">
        <input type="hidden" name="ve" value={back} />
        {units.map(([unit, people]) => (
          <fieldset class="field">
            <legend>{unit}</legend>
            <div class="row">
              {people.map((person) => (
                <Button kind="secondary" name="login" value={person.login}>
                  {`${person.rank} ${person.name}, ${roleTexts[person.role][lang]}`}
                </Button>
              ))}
            </div>
          </fieldset>
        ))}
      </form>
    </section>
  );
}

export function PasswordPage({ lang, errors }: Pick<FormProps, "lang" | "errors">): Html {
  const field = (name: "current" | "next" | "again", autocomplete: string) => ({
    name,
    lang,
    label: texts[name][lang],
    error: errors[name]?.[lang],
    type: "password" as const,
    autocomplete,
    width: "middle" as const,
  });
  return (
    <>
      <h1>{texts.passwordTitle[lang]}</h1>
      <ErrorSummary errors={errors} lang={lang} />
      <form method="post" action={paths.password()} class="form">
        <TextField {...field("current", "current-password")} />
        <TextField {...field("next", "new-password")} />
        <TextField {...field("again", "new-password")} />
        <Button>{texts.change[lang]}</Button>
      </form>
    </>
  );
}

export type AccountRow = {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly rank: string;
  readonly unitName: string;
  readonly roles: readonly (string | null)[];
  readonly lastSeenAt: Date | null;
  readonly closedAt: Date | null;
};

/** The administrator's list. */
export function AccountsPage({ lang, accounts }: { readonly lang: Lang; readonly accounts: readonly AccountRow[] }): Html {
  const roleOf = (role: string | null): string => (role && role in roleTexts ? roleTexts[role as Role][lang] : "");
  return (
    <>
      <h1>{texts.accountsTitle[lang]}</h1>
      <p>{texts.accountsText[lang]}</p>
      <DataTable
        caption={texts.accountsTitle[lang]}
        captionHidden
        rows={accounts}
        columns={[
          { title: texts.person[lang], cell: (row) => `${row.rank} ${row.name} (${row.login})` },
          { title: texts.unit[lang], cell: (row) => row.unitName },
          { title: texts.role[lang], cell: (row) => row.roles.map(roleOf).join(", ") },
          { title: texts.lastSeen[lang], cell: (row) => (row.lastSeenAt ? formatMoment(row.lastSeenAt, lang) : texts.never[lang]) },
          { title: texts.close[lang], cell: (row) => (row.closedAt ? texts.closed[lang] : <CloseForm id={row.id} lang={lang} />) },
        ]}
      />
    </>
  );
}

function CloseForm({ id, lang }: { readonly id: number; readonly lang: Lang }): Html {
  return (
    <form method="post" action={paths.closure(id)} class="form">
      <Button kind="quiet">{texts.close[lang]}</Button>
    </form>
  );
}
