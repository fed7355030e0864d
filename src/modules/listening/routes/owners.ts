import type { Lang } from "../../../base/lang.ts";
import { may, type Place } from "../../../kernel/actor.ts";
import { listColleagues, type Officer } from "../../../kernel/officers.ts";
import type { Tx } from "../../../kernel/tx.ts";
import type { Option } from "../../../web/views/form/choice.tsx";
import { officeTexts as t } from "../texts/office.ts";

/** To whom an officer can give what is said: to himself if he answers, to each of `colleagues` if he gives work out. */
export function ownersFor({ actor }: Tx, lang: Lang, { place, colleagues }: { readonly place: Place; readonly colleagues: readonly Officer[] }): readonly Option[] {
  const mine = may(actor, "listening.answer", place) ? [{ value: String(actor.id), text: t.ownMine[lang] }] : [];
  const others = may(actor, "listening.assign", place) ? colleagues.filter(({ id }) => id !== actor.id) : [];
  return [...mine, ...others.map(({ id, name }) => ({ value: String(id), text: name }))];
}

/** Whom a form may name: officers of the post. Whether the actor may give work to them is asked when he does. */
export const colleagueIds = async (tx: Tx): Promise<readonly number[]> => (await listColleagues(tx)).map(({ id }) => id);
