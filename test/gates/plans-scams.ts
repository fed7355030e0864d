import { type Actor, anybody } from "../../src/kernel/actor.ts";
import { countAside } from "../../src/kernel/door.ts";
import { showCommune } from "../../src/kernel/tx.ts";
import { findCaller, findVouched, listOwn } from "../../src/modules/contact/queries.ts";
import { findAlert, isAlertThere, listAlerts, listWithdrawn } from "../../src/modules/scams/queries/alerts.ts";
import { countMark, listMarks } from "../../src/modules/scams/queries/marks.ts";
import { findReport, listAside, listEndings, listOpenReports, listSettled, listSteps, sumSince } from "../../src/modules/scams/queries/reports.ts";
import type { Question, Sample } from "./plans-figures.ts";

/** Reports on every matter, marks, warnings and codes, as many as years would bring. */
export const scamsBesides = `
  insert into scam_reports (commune_id, matter_id, province_id, stage, kind, attempted_dong, lost_dong, saved_dong, settled_at)
    select commune_id, id, province_id, 'sent', 'police', 1, 0, 1, received_at from matters;
  insert into scam_steps (commune_id, matter_id, seq, province_id, kind, done_at, recorded_at, recorded_by) select commune_id, id, 2, province_id, 'called', received_at, received_at, 1 from matters;
  insert into scam_marks (commune_id, province_id, matter_id, kind, lookup, sealed, added_at, added_by)
    select commune_id, province_id, id, 'number', int8send(id), '', received_at, 1 from matters;
  insert into scam_alerts (commune_id, province_id, ref, kind, headline, body, published_at, expires_at, published_by, withdrawn_at, withdrawn_by, withdrawn_for)
    select commune_id, province_id, 'alert ' || id, 'police', 'a', 'b', received_at, received_at + interval '30 days', 1,
      case when id % 20 = 0 then received_at + interval '1 hour' end, case when id % 20 = 0 then 1 end, case when id % 20 = 0 then 'c' end from matters;
  insert into contacts (commune_id, province_id, officer_id, kind, lookup, code_sealed, phone_hash, at, valid_until, erase_at)
    select commune_id, province_id, 1 + id % 5, 'call', int8send(id), '', int8send(id), received_at, received_at + interval '1 day', received_at + interval '31 days' from matters;
  analyze scam_reports, scam_steps, scam_marks, scam_alerts, contacts`;

const month = new Date("2026-11-20T00:00:00+07:00");

/** What the scam shield and the contact codes ask of the database. */
export function scamQuestions({ chief, sample }: { readonly chief: () => Actor; readonly sample: () => Sample }): Readonly<Record<string, Question>> {
  const of = () => ({ communeId: sample().place.communeId, id: sample().id });
  return {
    "frauds that are open, and those that wait": {
      actor: chief,
      ask: async (tx) => [await listOpenReports(tx, sample().place, 200), await listAside(tx, sample().place, 200), await countAside(tx, sample().place, "scam")],
    },
    "frauds that have ended": { actor: chief, ask: (tx) => listSettled(tx, sample().place, { before: sample().id, size: 26 }) },
    "frauds of a month": { actor: chief, ask: (tx) => sumSince(tx, sample().place, month) },
    "a fraud": {
      actor: chief,
      ask: async (tx) => [await findReport(tx, sample().place.communeId, sample().ref), await listSteps(tx, of()), await listEndings(tx, of()), await listMarks(tx, of())],
    },
    "how often a number was reported": { actor: () => anybody, ask: (tx) => countMark(tx, sample().place.communeId, Buffer.alloc(8)) },
    "warnings of a post": {
      actor: () => anybody,
      ask: async (tx) => {
        await showCommune(tx, sample().place.communeId);
        return [
          await listAlerts(tx, sample().place.communeId, { size: 50, over: true }),
          await listAlerts(tx, sample().place.communeId, { size: 50, over: false }),
          await findAlert(tx, sample().place.communeId, "X"),
        ];
      },
    },
    "warnings that were taken back": { actor: chief, ask: (tx) => listWithdrawn(tx, sample().place.communeId, 50) },
    "a warning that is sent again": { actor: chief, ask: (tx) => isAlertThere(tx, sample().place.communeId, "X") },
    "whose code, and who called": {
      actor: () => anybody,
      ask: async (tx) => [await findVouched(tx, Buffer.alloc(8)), await findCaller(tx, Buffer.alloc(8), { from: month, to: new Date("2026-11-20T04:00:00+07:00") })],
    },
    "codes of an officer": { actor: chief, ask: (tx) => listOwn(tx, { communeId: sample().place.communeId, after: null, size: 26 }) },
  };
}
