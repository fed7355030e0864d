import type { Day } from "../../src/base/day.ts";
import type { Actor } from "../../src/kernel/actor.ts";
import { findMattersSharing } from "../../src/kernel/identity.ts";
import { findMatter } from "../../src/kernel/matter.ts";
import { findDispute, listAgain, listAtSpot, listOpen, listSessions, listVisits, listWaitingVisits } from "../../src/modules/mediation/queries/disputes.ts";
import { listEndings } from "../../src/modules/mediation/queries/endings.ts";
import { countByKind, listRegister, sumRegister, sumVisits } from "../../src/modules/mediation/queries/register.ts";
import { listStarts } from "../../src/modules/mediation/queries/starts.ts";
import { findMediators, listTeams } from "../../src/modules/mediation/queries/teams.ts";
import type { Question, Sample } from "./plans-figures.ts";

/** A dispute for every fourth dossier of the invented province, most of them over, with its people, a session and a visit; one hamlet has a spot of its own for each. */
export const disputesBesides = `
  insert into mediators (commune_id, province_id, hamlet_id, full_name, from_day, added_by)
    select id, province_id, id * 100 + i % 20, 'A', '2023-01-01', 1 from units, generate_series(1, 100) i where kind = 'commune' and code like '9____';
  insert into disputes (commune_id, matter_id, province_id, kind, hamlet_id, spot, spot_norm, asked_by, told_sealed, received_at, assigned_at, start_by, started_at, ended_at, outcome, reason)
    select commune_id, id, province_id, 'water', commune_id, 'S', 's' || id / 12, 'party', '', received_at, received_at, received_at, received_at,
      case when id % 200 > 0 then received_at end, case when id % 200 > 0 then 'settled' end, 'agreed' from matters where id % 4 = 0;
  insert into dispute_mediators (commune_id, matter_id, seq, mediator_id, province_id)
    select d.commune_id, d.matter_id, 2, t.id, d.province_id from disputes d join lateral (select min(id) as id from mediators t where t.commune_id = d.commune_id) t on t.id is not null;
  insert into dispute_sessions (commune_id, matter_id, number, province_id, held_at, is_public, police_helped, told_sealed, written_at, written_by)
    select commune_id, matter_id, 1, province_id, received_at, false, true, '', received_at, 1 from disputes;
  insert into dispute_visits (commune_id, matter_id, number, province_id, planned_on, visited_on, finding, written_at)
    select commune_id, matter_id, 1, province_id, received_at::date, case when matter_id % 400 > 0 then received_at::date end, case when matter_id % 400 > 0 then 'kept' end, received_at + interval '1 day' from disputes;
  insert into dispute_starts (commune_id, matter_id, seq, province_id, agreed_on, start_on, how, basis, written_at, written_by)
    select commune_id, matter_id, 3, province_id, received_at::date, received_at::date + 9, 'spoken', 'A', received_at, 1 from disputes;
  insert into dispute_endings (commune_id, matter_id, seq, province_id, ended_at, outcome, reason, why, resumed_at, resumed_by)
    select commune_id, matter_id, 4, province_id, received_at, 'unsettled', 'A', 'mistake', received_at, 1 from disputes;
  insert into identities (commune_id, province_id, matter_id, regime, role, sealed, lookup_hash, added_at)
    select commune_id, province_id, matter_id, 'mediation', 'sideOne', '', int8send(matter_id / 8), received_at from disputes;
  analyze mediators, disputes, dispute_mediators, dispute_sessions, dispute_visits, dispute_starts, dispute_endings, identities`;

type Stage = { readonly chief: () => Actor; readonly sample: () => Sample };

/** What mediation asks of the database. */
export function mediationQuestions({ chief, sample }: Stage): Readonly<Record<string, Question>> {
  const span = { from: new Date("2026-11-19T00:00:00+07:00"), before: new Date("2026-11-20T00:00:00+07:00") };
  const at = () => ({ communeId: sample().place.communeId, matterId: sample().id });
  return {
    "open disputes": { actor: chief, ask: (tx) => listOpen(tx, at().communeId, { after: null, size: 51 }) },
    "the second page of open disputes": { actor: chief, ask: (tx) => listOpen(tx, at().communeId, { after: { at: span.from, id: at().matterId }, size: 51 }) },
    "visits that wait": { actor: chief, ask: (tx) => listWaitingVisits(tx, at().communeId, { until: "2026-11-27" as Day, size: 50 }) },
    "a dispute with its course": {
      actor: chief,
      ask: async (tx) => [
        await findMatter(tx, at().communeId, { kind: "dispute", ref: sample().ref }),
        await findDispute(tx, at()),
        await listSessions(tx, at()),
        await listVisits(tx, at()),
        await listStarts(tx, at()),
        await listEndings(tx, at()),
        await findMediators(tx, at().communeId, [at().matterId, at().matterId - 1]),
      ],
    },
    "the same people and the same spot again": {
      actor: chief,
      ask: async (tx) => [
        await listAgain(tx, at().communeId, await findMattersSharing(tx, { ...at(), id: at().matterId, regime: "mediation" })),
        await listAtSpot(tx, { ...at(), hamletId: at().communeId, spotNorm: `s${Math.floor(at().matterId / 12)}` }),
      ],
    },
    "the teams of a commune": { actor: chief, ask: (tx) => listTeams(tx, at().communeId, "2026-11-20" as Day) },
    "the register of disputes of a day": {
      actor: chief,
      ask: async (tx) => [
        await listRegister(tx, sample().place, { span, after: null, size: 51 }),
        await listRegister(tx, sample().place, { span, after: { at: span.from, id: 1 }, size: 51 }),
        await sumRegister(tx, sample().place, span),
        await countByKind(tx, sample().place, span),
        await sumVisits(tx, sample().place, { from: "2026-11-19", to: "2026-11-19", today: "2026-11-20" }),
      ],
    },
  };
}
