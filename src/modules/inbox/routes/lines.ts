import { addDays, dayOf, endOfDay, weekdayOf } from "../../../base/day.ts";
import { shortName } from "../../../base/identity.ts";
import type { Lang } from "../../../base/lang.ts";
import { may } from "../../../kernel/actor.ts";
import { placeOf, type Tx } from "../../../kernel/tx.ts";
import type { WorkFace, WorkKind } from "../../../web/work-kinds.ts";
import type {} from "../house.ts";
import type { Sight } from "../queries/fitting.ts";
import { groupOf, type InboxRow } from "../queries/list.ts";
import { texts } from "../texts/inbox.ts";
import type { Line } from "../views/lines.tsx";

/** The actor's own post, at this instant, by the kinds that he may see among his work. */
export function sightOf(tx: Tx): Sight {
  const today = dayOf(tx.now);
  const place = placeOf(tx.actor);
  return {
    place,
    span: { now: tx.now, endOfToday: endOfDay(today), endOfWeek: endOfDay(addDays(today, 7 - weekdayOf(today))) },
    kinds: tx.house.workKinds.filter(({ reads }) => may(tx.actor, reads, place)),
  };
}

/** Rows with whose they are, as a list shows them. */
export async function linesOf(tx: Tx, { kinds }: Sight, rows: readonly InboxRow[], lang: Lang): Promise<readonly Line[]> {
  const faces = await facesOf(tx, kinds, rows);
  return rows.flatMap((row) => {
    const kind = kinds.find((one) => one.kind === row.kind);
    return kind ? [lineOf(kind, row, faces.get(row.id), { lang, now: tx.now })] : [];
  });
}

async function facesOf(tx: Tx, kinds: readonly WorkKind[], rows: readonly InboxRow[]): Promise<ReadonlyMap<number, WorkFace>> {
  const byKind = await Promise.all(
    kinds.map(async (kind) => {
      const ids = rows.filter((row) => row.kind === kind.kind).map(({ id }) => id);
      return ids.length === 0 ? [] : [...(await kind.facesOf(tx, ids))];
    }),
  );
  return new Map(byKind.flat());
}

function lineOf(kind: WorkKind, row: InboxRow, face: WorkFace | undefined, { lang, now }: { readonly lang: Lang; readonly now: Date }): Line {
  const { id, version, publicRef, title, code, hamletName, assigneeName, escalated, written, dueAt } = row;
  const late = dueAt !== null && dueAt < now;
  return {
    id,
    version,
    publicRef,
    title,
    code,
    hamletName,
    assigneeName,
    escalated,
    written,
    dueAt,
    group: groupOf(row),
    href: kind.href(row.publicRef),
    whose: face ? { name: shortName(face.fullName), last4: face.idLast4 } : null,
    look: late ? "late" : kind.lookOf(row.state),
    // A late matter that waits for a signature is both: the colour says late, the word says where it lies.
    word: late && !kind.signing.includes(row.state) ? texts.late[lang] : kind.stateWord(row.state, lang),
  };
}
