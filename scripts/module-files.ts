/**
 * The files of a new module by name: small, complete and running. `name` is the module's, in one word, in the plural ("letters").
 * They are a beginning to be rewritten, not a framework to be filled in.
 */
export function moduleFiles(name: string): Readonly<Record<string, string>> {
  const upper = name.charAt(0).toUpperCase() + name.slice(1);
  const fill = (text: string): string => text.trimStart().replaceAll("Things", upper).replaceAll("things", name);
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file.replace("things", name), fill(text)]));
}

const files = {
  "README.md": `
# things

What it is for, in a sentence that an officer would say.

- Law: which text asks for it, with article and date.
- Words: Vietnamese term, and the English word used here (docs/glossary.md).
- Tables: none of its own yet; what it keeps are matters of the kind \`things\`.
`,

  "index.ts": `
/** Things: say in a line what it is for. Other modules see only this file. */
export { thingsRoutes } from "./routes.tsx";
`,

  "matter.ts": `
import { defineMatter } from "../../kernel/matter.ts";

/** The life of one of the things, from its arrival to its end. */
export const things = defineMatter({
  kind: "things",
  // Rights and rows belong to one regime: the one that the rights below open.
  regime: "counter",
  states: ["received", "closed"],
  first: "received",
  opens: "counter.receive",
  actions: {
    close: { from: ["received"], to: "closed", needs: "counter.process", public: false, reason: "optional", clock: "stop" },
  },
});
`,

  "forms.ts": `
import { z } from "zod";
import { type Parsed, parseForm, text } from "../../web/form.ts";

const newThings = z.object({ title: text(200) });
export type NewThings = z.infer<typeof newThings>;

/** What the officer wrote of a new one. */
export const parseNewThings = (body: unknown): Parsed<NewThings> => parseForm(newThings, body);
`,

  "service.ts": `
import { dayOf } from "../../base/day.ts";
import { type Matter, openMatter } from "../../kernel/matter.ts";
import { nextNumber } from "../../kernel/numbers.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";
import type { NewThings } from "./forms.ts";
import { things } from "./matter.ts";

/** Takes one in. @throws Problem notPermitted */
export async function receiveThings(tx: Tx, given: NewThings): Promise<Matter> {
  const year = dayOf(tx.now).slice(0, 4);
  const number = await nextNumber(tx, placeOf(tx.actor).communeId, \`things/\${year}\`);
  return await openMatter(tx, things, { ...given, code: \`THINGS-\${year}-\${number}\`, channel: "counter", hamletId: null, assigneeId: tx.actor.id, term: null, facts: {} });
}
`,

  "queries.ts": `
import type { Matter } from "../../kernel/matter.ts";
import { placeOf, type Tx } from "../../kernel/tx.ts";

export type ThingsRow = Pick<Matter, "id" | "code" | "title" | "state" | "receivedAt">;

/** Open ones of the actor's commune, oldest first. Row security narrows the regimes. */
export async function listOpenThings(tx: Tx, size = 50): Promise<readonly ThingsRow[]> {
  return await tx.db
    .selectFrom("matters")
    .select(["id", "code", "title", "state", "receivedAt"])
    .where("communeId", "=", placeOf(tx.actor).communeId)
    .where("kind", "=", "things")
    .where("closedAt", "is", null)
    .orderBy("receivedAt")
    .limit(size)
    .execute();
}
`,

  "paths.ts": `
/** Addresses of this module. Nobody else writes them. */
export const paths = { list: "/can-bo/things" } as const;
`,

  "texts.ts": `
import { defineTexts } from "../../base/lang.ts";

export const texts = defineTexts({
  title: { vi: "Tên của phần việc này", en: "Things" },
  subject: { vi: "Việc gì?", en: "What is it about?" },
  save: { vi: "Ghi lại", en: "Save" },
  none: { vi: "Chưa có việc nào.", en: "Nothing yet." },
});
`,

  "views.tsx": `
import type { Lang } from "../../base/lang.ts";
import { type FieldErrors, type Typed, typedText } from "../../web/form.ts";
import { Button } from "../../web/views/button.tsx";
import { TextField } from "../../web/views/form/text.tsx";
import type { Html } from "../../web/views/html.ts";
import { paths } from "./paths.ts";
import type { ThingsRow } from "./queries.ts";
import { texts } from "./texts.ts";

type ListProps = { readonly rows: readonly ThingsRow[]; readonly errors: FieldErrors; readonly typed: Typed; readonly lang: Lang };

/** The list, with the form for a new one above it. */
export function ThingsPage({ rows, errors, typed, lang }: ListProps): Html {
  return (
    <main>
      <h1>{texts.title[lang]}</h1>
      <form method="post" action={paths.list}>
        <TextField name="title" label={texts.subject[lang]} value={typedText(typed, "title")} error={errors["title"]?.[lang]} lang={lang} />
        <Button>{texts.save[lang]}</Button>
      </form>
      {rows.length === 0 && <p>{texts.none[lang]}</p>}
      <ol>{rows.map(Line)}</ol>
    </main>
  );
}

function Line(row: ThingsRow): Html {
  return (
    <li key={row.id}>
      {row.code}: {row.title}
    </li>
  );
}
`,

  "routes.tsx": `
import { get, officePage, post, type Route, seeOther } from "../../web/route.ts";
import { parseNewThings } from "./forms.ts";
import { paths } from "./paths.ts";
import { listOpenThings } from "./queries.ts";
import { receiveThings } from "./service.ts";
import { texts } from "./texts.ts";
import { ThingsPage } from "./views.tsx";

export const thingsRoutes: readonly Route[] = [
  get(paths.list, "counter.read", async ({ tx, lang }) => {
    const rows = await listOpenThings(tx);
    return officePage(<ThingsPage rows={rows} errors={{}} typed={{}} lang={lang} />, { title: texts.title[lang] });
  }),

  post(paths.list, "counter.receive", async ({ tx, body, lang }) => {
    const form = parseNewThings(body);
    if (!form.ok) return officePage(<ThingsPage rows={await listOpenThings(tx)} {...form} lang={lang} />, { title: texts.title[lang], status: 422 });
    await receiveThings(tx, form.value);
    return seeOther(paths.list);
  }),
];
`,

  "things.test.ts": `
import { afterAll, beforeAll, expect, test } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import { parseNewThings } from "./forms.ts";
import { listOpenThings } from "./queries.ts";
import { receiveThings } from "./service.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("what an officer takes in stands on the list of the post", async () => {
  await world.try(as(cast.minh), async (tx) => {
    const taken = await receiveThings(tx, { title: "Cây đổ chắn lối vào xóm" });
    expect(await listOpenThings(tx)).toMatchObject([{ id: taken.id, title: "Cây đổ chắn lối vào xóm", state: "received" }]);
  });
});

test("without a title the form comes back", () => {
  expect(parseNewThings({ title: "  " })).toMatchObject({ ok: false, errors: { title: {} } });
});
`,
} as const;
