import { afterAll, beforeAll, beforeEach } from "vitest";
import { cast } from "../../../test/world/cast.ts";
import { as, openWorld, type World } from "../../../test/world/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { defineMatter, type Matter, move, openMatter } from "../../kernel/matter.ts";
import { roles } from "../../kernel/rights.ts";
import type { Tx } from "../../kernel/tx.ts";
import type { WorkKind } from "../../web/work-kinds.ts";
import { everything, type Narrowing } from "./narrowing.ts";
import { groupOf, listInbox } from "./queries/list.ts";
import { sightOf } from "./routes/lines.ts";

export const minh = as(cast.minh);
export const son = as(cast.son);
export const binh = as(cast.binh);
/** The clock at the post of Phuong Son: no account. */
export const clock: Actor = { ...as(cast.clock), id: null, scope: binh.scope, rights: new Set(roles.clock) };

/** The world of a file, empty of work before each test; opened before the first, closed after the last. */
export const stage = {} as { world: World };

export function openStage(): void {
  beforeAll(async () => {
    stage.world = await openWorld();
  });
  beforeEach(async () => {
    await stage.world.asOwner((client) =>
      client.query(
        `truncate handover_matters, handovers, escalation_acts, escalations, saved_filters, ratings, dossiers, intakes, people, notices, breaches, pauses, clocks, timeline, audit, reads, matters cascade`,
      ),
    );
  });
  afterAll(() => stage.world.close());
}

const letter = defineMatter({
  kind: "complaintLetter",
  regime: "incidents",
  states: ["received", "answered"],
  first: "received",
  opens: "counter.receive",
  actions: { assign: { from: ["received"], needs: "counter.assign", public: false, reason: "optional" } },
});

/** A kind of matter that the inbox has never heard of, in a regime of its own. */
export const letterWork: WorkKind = {
  kind: letter.kind,
  regime: letter.regime,
  reads: "counter.read",
  assigns: "counter.assign",
  signing: [],
  href: (ref) => `/can-bo/thu/${ref}`,
  lookOf: () => "received",
  stateWord: (state) => state,
  actionWord: (action) => action,
  facesOf: async () => new Map(),
  search: async () => [],
  assign: (tx, { id, version, note, assigneeId }) => move(tx, letter, id, "assign", { version, note, assigneeId }),
  instruct: async () => {
    throw new Error("nobody says anything about letters");
  },
};

/** The same person, with the regime of letters as well. */
export const hearing = (actor: Actor): Actor => ({ ...actor, regimes: new Set([...actor.regimes, "incidents" as const]) });

/** A house in which letters are known beside dossiers. */
export const withLetters = (tx: Tx): Tx => ({ ...tx, house: { ...tx.house, workKinds: [...tx.house.workKinds, letterWork] } });

export const openLetter = (code: string, assigneeId: number | null = null): Promise<Matter> =>
  stage.world.commit(hearing(minh), (tx) => openMatter(tx, letter, { code, title: "Đơn của bà con", channel: "post", hamletId: null, assigneeId, term: null, facts: {} }));

/** Codes of the inbox by group, as an actor sees it. */
export async function shownTo(actor: Actor, now: Date, given: Partial<Narrowing> = {}): Promise<readonly (readonly [string, string])[]> {
  const rows = await stage.world.try(actor, (tx) => listInbox(tx, sightOf(tx), { narrowing: { ...everything, ...given }, after: null, size: 100 }), now);
  return rows.map((row) => [groupOf(row), row.code] as const);
}
