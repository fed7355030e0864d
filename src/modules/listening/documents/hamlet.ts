import { formatDate, formatMoment } from "../../../base/day/format.ts";
import { dayOf } from "../../../base/day.ts";
import type { Lang } from "../../../base/lang.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Unit } from "../../../kernel/units.ts";
import { officialFrame } from "../../../platform/typst/official.ts";
import type { Paper } from "../../../platform/typst/typesetter.ts";
import { postName } from "../../../web/views/post.ts";
import { frameOf } from "../../procedures/index.ts";
import { paths } from "../paths.ts";
import type { PublicMeeting } from "../queries/meetings.ts";
import type { HamletShown, ShownPromise } from "../service/public.ts";
import { documentTexts as t } from "../texts/documents.ts";
import { residentTexts as r, standingTexts } from "../texts/resident.ts";

/** The sheet of a hamlet for the wall of its hall, from the same words as its page. */
export function hamletSheet(tx: Tx, { hamlet, words, promises, meetings }: HamletShown): Paper {
  const frame = { ...frameOf(tx, { communeId: hamlet.parentId ?? 0, form: "", at: tx.now, symbol: null }), form: null };
  return {
    template: "src/modules/listening/documents/hamlet.typ",
    data: {
      frame: officialFrame(frame, `${t.sheetTitle.vi}: ${hamlet.name}`),
      title: t.sheetTitle.vi,
      about: hamlet.name,
      saidWord: t.said.vi,
      doneWord: t.done.vi,
      none: r.noWords.vi,
      words: words.map(({ said, done, publishedAt, contested }) => ({ said, done, on: formatDate(dayOf(publishedAt), "vi"), again: contested ? ended(r.contested.vi) : "" })),
      promisesWord: r.promises.vi,
      promises: promises.map((one) => ({ promise: ended(one.promise), by: `${promiseBy(tx, hamlet, one, "vi")}.`, became: becameOf(one, "vi") })),
      meetingsWord: t.nextMeeting.vi,
      meetings: meetings.map((one) => {
        const asked = `${one.topic}: ${formatMoment(one.startsAt, "vi")}, ${one.place}`;
        return one.calledOffAt === null ? asked : [`${asked}.`, `${r.calledOff.vi}.`, ...whyNot(one, "vi")].join(" ");
      }),
      more: `${t.sayMore.vi} ${tx.house.publicUrl}${paths.say()}`,
    },
  };
}

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Whose promise it is, and by when: the post answers for it, whoever of its officers does it. */
export const promiseBy = (tx: Tx, hamlet: Unit, { dueOn }: ShownPromise, lang: Lang): string =>
  r.promiseBy[lang](postName(tx.house.units.getUnit(hamlet.parentId ?? 0), lang), formatDate(dueOn, lang));

/** What became of it, with what was reported. */
export const becameOf = ({ standing, report }: ShownPromise, lang: Lang): string => [`${standingTexts[standing][lang]}.`, ...(report ? [ended(report)] : [])].join(" ");

/** Why it does not take place, where that was kept. */
const whyNot = ({ calledOffBecause }: PublicMeeting, lang: Lang): readonly string[] => (calledOffBecause === null ? [] : [ended(r.calledOffWhy[lang](calledOffBecause))]);

/** The same for the ear. */
export function loudspeakerLines(tx: Tx, { hamlet, words, promises, meetings }: HamletShown, lang: Lang): readonly string[] {
  return [
    r.loudOpening[lang](hamlet.name),
    ...(words.length > 0 ? [r.loudIntro[lang](postName(tx.house.units.getUnit(hamlet.parentId ?? 0), lang))] : []),
    ...words.map(({ said, done, contested }, i) => r.loudWord[lang](i + 1, ended(said), [ended(done), ...(contested ? [ended(r.contested[lang])] : [])].join(" "))),
    ...(promises.length > 0 ? [r.loudPromises[lang]] : []),
    ...promises.map((one, i) => r.loudPromise[lang](i + 1, ended(one.promise), promiseBy(tx, hamlet, one, lang), becameOf(one, lang))),
    ...meetings.map((one) => {
      const say = one.calledOffAt === null ? r.loudMeeting : r.loudCalledOff;
      return [say[lang](one.topic, formatMoment(one.startsAt, lang), one.place), ...whyNot(one, lang)].join(" ");
    }),
    r.loudClosing[lang],
  ];
}
