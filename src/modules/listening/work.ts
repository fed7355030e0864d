import type { Bilingual, Lang } from "../../base/lang.ts";
import type { MatterKind } from "../../kernel/matter.ts";
import { move } from "../../kernel/matter.ts";
import { placeOf } from "../../kernel/tx.ts";
import type { StateLook } from "../../web/views/state.tsx";
import type { WorkKind } from "../../web/work-kinds.ts";
import { citizenLetter, commitment, meeting, opinion } from "./matter.ts";
import { paths } from "./paths.ts";
import { searchOpinions } from "./queries/opinions.ts";
import { actionTexts, stateTexts } from "./texts/words.ts";

const looks: Readonly<Record<string, StateLook>> = {
  aside: "paused",
  received: "received",
  working: "working",
  answered: "done",
  discarded: "refused",
  planned: "assigned",
  held: "working",
  minuted: "done",
  calledOff: "refused",
  promised: "working",
  carriedOut: "done",
  notCarriedOut: "refused",
  settled: "done",
  ledOn: "done",
  split: "done",
};

/** How a state of this module looks. */
export const lookOf = (state: string): StateLook => looks[state] ?? "received";

export function stateWord(state: string): Bilingual {
  const word = stateTexts[state as keyof typeof stateTexts];
  return typeof word?.vi === "string" ? (word as Bilingual) : { vi: state, en: state };
}

/** A kind of this module, as lists of work show it. Nobody's name stands there: who said it is opened for a purpose alone. */
function workOf<S extends string, A extends string>(life: MatterKind<S, A | "assign" | "instruct">, given: Pick<WorkKind, "href" | "search">): WorkKind {
  return {
    kind: life.kind,
    regime: life.regime,
    reads: "listening.read",
    assigns: "listening.assign",
    signing: [],
    lookOf,
    stateWord: (state, lang) => stateWord(state)[lang],
    actionWord,
    facesOf: async () => new Map(),
    assign: async (tx, { id, version, note, assigneeId }) => await move(tx, life, id, "assign", { version, note, assigneeId, facts: { to: assigneeId } }),
    instruct: async (tx, { id, version, note }) => await move(tx, life, id, "instruct", { version, note }),
    ...given,
  };
}

const actionWord = (action: string, lang: Lang): string => actionTexts[action as keyof typeof actionTexts]?.[lang] ?? action;

/** What is done to a meeting, which is no work and stands in the record all the same. */
export const meetingRecord: Pick<WorkKind, "kind" | "actionWord"> = { kind: meeting.kind, actionWord };

const nothing: WorkKind["search"] = async () => [];

/** What of this module stands in the inbox. A meeting is no work that could be late; it stands in its own list. */
export const listeningWork: readonly WorkKind[] = [
  workOf(opinion, { href: paths.opinion, search: async (tx, sought) => (sought.by === "name" ? await searchOpinions(tx, placeOf(tx.actor).communeId, sought.name) : []) }),
  workOf(commitment, { href: paths.commitment, search: nothing }),
  workOf(citizenLetter, { href: paths.letter, search: nothing }),
];
