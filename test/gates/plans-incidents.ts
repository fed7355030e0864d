import type { Day } from "../../src/base/day.ts";
import { type Actor, anybody } from "../../src/kernel/actor.ts";
import { countAside } from "../../src/kernel/door.ts";
import { findMattersOf } from "../../src/kernel/identity.ts";
import { findMatter } from "../../src/kernel/matter.ts";
import { listHolders } from "../../src/kernel/officers.ts";
import { showCommune } from "../../src/kernel/tx.ts";
import { countMeasures, countNatures, listBook, listReleases } from "../../src/modules/incidents/queries/figures.ts";
import { findClock, findReferral, listCourse, listCustody, listLinked, listMeasures, listStatements } from "../../src/modules/incidents/queries/lines.ts";
import { findByCode, findIncident, findOpenKind, listAll, listAside, listByCodeEnd, listByIds, listOpen, listOpenKinds } from "../../src/modules/incidents/queries/reports.ts";
import { listDuty } from "../../src/modules/incidents/queries/roster.ts";
import type { Question, Sample } from "./plans-figures.ts";

/** A report for every fourth dossier of the invented province, each with its people, what was said and done, and where it went. */
export const incidentsBesides = `
  insert into incidents (commune_id, matter_id, province_id, kind, nature, open_kind, account_sealed, received_at, written_by)
    select commune_id, id, province_id, 'tip', 'theft', id % 40 = 0, '', received_at, 1 from matters where id % 4 = 0;
  insert into incident_statements (commune_id, matter_id, seq, province_id, kind, sealed, at, written_by)
    select commune_id, matter_id, 2, province_id, 'note', '', received_at, 1 from incidents;
  insert into incident_measures (commune_id, matter_id, seq, province_id, measure, people, done_on, legal_basis, written_at, written_by)
    select commune_id, matter_id, 3, province_id, 'calledIn', 1, received_at::date, 'A', received_at, 1 from incidents;
  insert into incident_referrals (commune_id, matter_id, seq, province_id, authority, authority_from, papers, referred_at, referred_by)
    select commune_id, matter_id, 4, province_id, 'A', '2025-03-01', 'B', received_at, 1 from incidents;
  insert into incident_links (commune_id, older_id, newer_id, province_id, reason, linked_at, linked_by)
    select i.commune_id, i.matter_id, n.matter_id, i.province_id, 'A', i.received_at, 1
    from incidents i join incidents n on n.commune_id = i.commune_id and n.matter_id = i.matter_id + 4;
  insert into incident_custody (commune_id, matter_id, seq, province_id, thing, event, holder_sealed, place, at, written_by)
    select commune_id, matter_id, 5, province_id, 'A', 'taken', '', 'B', received_at, 1 from incidents;
  insert into duty_rosters (commune_id, duty_on, officer_id, starts, ends, province_id, written_at, written_by)
    select u.id, date '2023-01-01' + i, 1, '07:30', '07:30', u.province_id, now(), 1 from units u, generate_series(1, 1400) i where u.kind = 'commune' and u.code like '9____';
  insert into incident_releases (commune_id, year, nature, province_id, cases, released_at, released_by)
    select 100000 + i / 165, 2015 + i % 165 / 15, 'nature' || i % 15, 1, 3, now(), 1 from generate_series(0, 16499) i;
  insert into identities (commune_id, province_id, matter_id, regime, role, sealed, lookup_hash, added_at)
    select commune_id, province_id, matter_id, 'incidents', 'concerned', '', int8send(matter_id / 8), received_at from incidents;
  analyze incidents, incident_statements, incident_measures, incident_referrals, incident_links, incident_custody, duty_rosters, incident_releases, identities`;

type Stage = { readonly chief: () => Actor; readonly sample: () => Sample };

/** What incidents ask of the database. */
export function incidentQuestions({ chief, sample }: Stage): Readonly<Record<string, Question>> {
  const day = { from: new Date("2026-11-19T00:00:00+07:00"), before: new Date("2026-11-20T00:00:00+07:00") };
  const everything = { services: ["noise", "theft"], open: null, from: new Date("2023-01-01T00:00:00+07:00"), to: day.before, limit: 50 };
  const at = () => ({ communeId: sample().place.communeId, matterId: sample().id });
  return {
    "open reports": {
      actor: chief,
      ask: async (tx) => [await listOpen(tx, at().communeId, { after: null, size: 51 }), await listOpen(tx, at().communeId, { after: { dueAt: day.from, id: 5 }, size: 51 })],
    },
    "all reports": {
      actor: chief,
      ask: async (tx) => [await listAll(tx, at().communeId, { after: null, size: 51 }), await listAll(tx, at().communeId, { after: at().matterId, size: 51 })],
    },
    "reports by the end of their number": { actor: chief, ask: (tx) => listByCodeEnd(tx, at().communeId, { end: "0042", size: 51 }) },
    "reports that wait to be sifted": { actor: chief, ask: async (tx) => [await listAside(tx, at().communeId, 200), await countAside(tx, at(), "incident")] },
    "a report with its course": {
      actor: chief,
      ask: async (tx) => [
        await findMatter(tx, at().communeId, { kind: "incident", ref: sample().ref }),
        await findByCode(tx, at().communeId, sample().code),
        await findIncident(tx, at()),
        await listStatements(tx, at()),
        await listMeasures(tx, at()),
        await findReferral(tx, at()),
        await listLinked(tx, at()),
        await listCustody(tx, at()),
        await findClock(tx, at()),
        await listCourse(tx, at()),
      ],
    },
    "where else a person stands": {
      actor: chief,
      ask: async (tx) => [await findMattersOf(tx, sample().place, { regime: "incidents", number: "1" }), await listByIds(tx, at().communeId, [at().matterId, at().matterId - 4])],
    },
    "figures and the book of a day": {
      actor: chief,
      ask: async (tx) => [
        await countNatures(tx, at().communeId, day),
        await countMeasures(tx, at().communeId, { from: "2026-11-19" as Day, to: "2026-11-19" as Day }),
        await listBook(tx, at().communeId, day, 100),
      ],
    },
    "who is on duty": {
      actor: chief,
      ask: async (tx) => [await listDuty(tx, at().communeId, { from: "2026-11-20" as Day, to: "2026-11-26" as Day }), await listHolders(tx, "incidents.process")],
    },
    "reports that everybody may follow": {
      actor: () => anybody,
      ask: async (tx) => {
        await showCommune(tx, at().communeId);
        return [await listOpenKinds(tx, at().communeId, everything), await findOpenKind(tx, at().communeId, sample().code), await listReleases(tx, at().communeId)];
      },
    },
  };
}
