import type { Lang } from "../../../base/lang.ts";
import { can } from "../../../kernel/matter.ts";
import type { Tx } from "../../../kernel/tx.ts";
import { refOf } from "../../../web/reference.ts";
import { type Answer, get, officePage, post, type Route } from "../../../web/route.ts";
import { parseCorrection, parseStrike } from "../forms/opinions.ts";
import { opinion as life } from "../matter.ts";
import { paths } from "../paths.ts";
import { correctLine, getLine, strikeLine } from "../service/correct.ts";
import { correctTexts as t } from "../texts/correct.ts";
import { CorrectPage } from "../views/correct.tsx";
import { type Again, stepped } from "./step.ts";

/** What was taken down wrong in a room is put right, until the minutes are closed. */
export const correctRoutes: readonly Route[] = [
  get("/can-bo/lang-nghe/y-kien/:ref/sua", "listening.receive", async ({ tx, params, lang }) => await correctPage(tx, lang, refOf(params.ref))({ errors: {}, typed: {} })),

  post("/can-bo/lang-nghe/y-kien/:ref/sua", "listening.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const { meeting } = await getLine(tx, ref);
    const step = { ref, body, form: parseCorrection(body), again: correctPage(tx, lang, ref), to: paths.meeting(meeting.publicRef) };
    return await stepped(step, async (_, given) => await correctLine(tx, await getLine(tx, ref), given));
  }),

  post("/can-bo/lang-nghe/y-kien/:ref/gach", "listening.receive", async ({ tx, params, body, lang }) => {
    const ref = refOf(params.ref);
    const { meeting } = await getLine(tx, ref);
    const step = { ref, body, form: parseStrike(body), again: correctPage(tx, lang, ref), to: paths.meeting(meeting.publicRef) };
    return await stepped(step, async (_, given) => await strikeLine(tx, await getLine(tx, ref), given));
  }),
];

const correctPage =
  (tx: Tx, lang: Lang, ref: string): Again =>
  async ({ errors, typed, conflict = false }): Promise<Answer> => {
    const opened = await getLine(tx, ref);
    const { matter, meeting } = opened;
    const runs = meeting.state === "held" && can(life, "correct", matter, tx.actor).ok;
    const { communeId, provinceId, regime, id } = matter;
    const reads = [{ communeId, provinceId, regime, subject: `matter:${id}`, purpose: t.readPurpose.vi }];
    const status = conflict ? 409 : Object.keys(errors).length > 0 ? 422 : 200;
    return officePage(<CorrectPage {...{ lang, opened, runs, conflict, errors, typed }} />, { title: t.title[lang](matter.code), status, reads });
  };
