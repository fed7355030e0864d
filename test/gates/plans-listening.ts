import type { Day } from "../../src/base/day.ts";
import type { Actor } from "../../src/kernel/actor.ts";
import { showCommune } from "../../src/kernel/tx.ts";
import { countCommitments, findCommitment, listCommitments, listPromisedIn, listUnkept } from "../../src/modules/listening/queries/commitments.ts";
import { listFormerWords } from "../../src/modules/listening/queries/corrections.ts";
import { countBook, findLetter, listBook, listOpenLetters, listParts } from "../../src/modules/listening/queries/letters.ts";
import { countHouseholds, findMeeting, findPublicMeeting, listComingMeetings, listHouseholds, listMeetings } from "../../src/modules/listening/queries/meetings.ts";
import {
  countByCommune,
  countOpinions,
  findAnswersOf,
  findOpinion,
  findWords,
  listAside,
  listOfMeeting,
  listOpinions,
  listStillOpen,
  listTurns,
  searchOpinions,
} from "../../src/modules/listening/queries/opinions.ts";
import { countPublicWords, listPublicPromises, listPublicWords } from "../../src/modules/listening/queries/public.ts";
import type { Question, Sample } from "./plans-figures.ts";

/** A meeting, an opinion, a promise and a letter for every fourth dossier of the invented province; each hamlet's opinions were said in one meeting of many. */
export const listeningBesides = `
  insert into meetings (commune_id, matter_id, province_id, public_ref, kind, topic, hamlet_id, place, starts_at, ends_at, hosts, agenda, planned_at)
    select commune_id, id, province_id, 'meeting ' || id, 'hamlet', 'A', commune_id * 100 + id % 20, 'B', received_at, received_at + interval '2 hours', 'C', 'D', received_at
    from matters where id % 4 = 0;
  insert into meeting_households (commune_id, meeting_id, number, province_id, sealed, people, noted_at, noted_by)
    select commune_id, matter_id, 1, province_id, '', 2, starts_at, 1 from meetings;
  insert into opinions (commune_id, matter_id, province_id, meeting_id, hamlet_id, heading, voice, said, taken_at)
    select commune_id, matter_id, province_id, matter_id, hamlet_id, 'proposal', 'room', 'Đèn đường ngõ ' || matter_id || ' bị hỏng', starts_at from meetings;
  insert into opinion_turns (commune_id, matter_id, seq, province_id, kind, words, at, by_id)
    select commune_id, matter_id, 2, province_id, 'answer', 'A', taken_at, 1 from opinions;
  insert into opinion_corrections (commune_id, matter_id, seq, province_id, heading, said, at, by_id)
    select commune_id, matter_id, 2, province_id, 'cause', 'A', taken_at, 1 from opinions;
  insert into public_words (commune_id, province_id, matter_id, hamlet_id, said, done, published_at, published_by)
    select commune_id, province_id, matter_id, hamlet_id, 'A', 'B', taken_at, 1 from opinions;
  insert into commitments (commune_id, matter_id, province_id, meeting_id, hamlet_id, promise, due_on, shown_at, outcome)
     select commune_id, matter_id, province_id, matter_id, hamlet_id, 'A', starts_at::date, starts_at,
       case when matter_id % 100 = 0 then 'notCarriedOut' when matter_id % 8 = 0 then 'carriedOut' end from meetings;
  insert into citizen_letters (commune_id, matter_id, province_id, received_on, people, sealed)
    select commune_id, matter_id, province_id, starts_at::date, 1, '' from meetings;
  analyze meetings, meeting_households, opinions, opinion_turns, opinion_corrections, public_words, commitments, citizen_letters`;

type Stage = { readonly chief: () => Actor; readonly analyst: () => Actor; readonly anybody: Actor; readonly sample: () => Sample };

/** What listening asks of the database. */
export function listeningQuestions({ chief, analyst, anybody, sample }: Stage): Readonly<Record<string, Question>> {
  const span = { from: new Date("2026-11-19T00:00:00+07:00"), before: new Date("2026-11-20T00:00:00+07:00") };
  const day = { from: "2026-11-19" as Day, to: "2026-11-19" as Day };
  const at = () => ({ communeId: sample().place.communeId, matterId: sample().id - (sample().id % 4) });
  const hamletId = () => at().communeId * 100 + (at().matterId % 20);
  const page = { after: { on: day.to, id: 5 }, size: 51 };
  const promises = (reported: boolean) => ({ ...page, after: { ...page.after, reported } });
  const every = { open: false, words: "", after: null, size: 51 } as const;
  return {
    opinions: {
      actor: chief,
      ask: async (tx) => [await listOpinions(tx, sample().place, every), await listOpinions(tx, sample().place, { ...every, after: { at: span.from, id: 5 } })],
    },
    "opinions with some words": {
      actor: chief,
      ask: async (tx) => [
        await listOpinions(tx, sample().place, { ...every, words: `đèn NGÕ ${at().matterId} hong` }),
        await listOpinions(tx, sample().place, { ...every, open: true, words: `${at().matterId}` }),
        await searchOpinions(tx, at().communeId, `ngõ ${at().matterId}`),
      ],
    },
    "open opinions": {
      actor: chief,
      ask: async (tx) => [
        await listOpinions(tx, sample().place, { ...every, open: true }),
        await listOpinions(tx, sample().place, { ...every, open: true, after: { at: span.from, id: 5 } }),
      ],
    },
    "opinions that wait to be sifted": { actor: chief, ask: (tx) => listAside(tx, sample().place, 51) },
    "an opinion with its course": {
      actor: chief,
      ask: async (tx) => [await findOpinion(tx, at()), await listTurns(tx, at()), await findWords(tx, at()), await listFormerWords(tx, at())],
    },
    meetings: {
      actor: chief,
      ask: async (tx) => [await listMeetings(tx, sample().place, { after: null, size: 51 }), await listMeetings(tx, sample().place, { after: { at: span.from, id: 5 }, size: 51 })],
    },
    "a meeting with what was said in it": {
      actor: chief,
      ask: async (tx) => [
        await findMeeting(tx, at()),
        await countHouseholds(tx, at()),
        await listHouseholds(tx, at()),
        await listOfMeeting(tx, at()),
        await findAnswersOf(tx, at()),
        await listPromisedIn(tx, at()),
      ],
    },
    "what is open from last time": {
      actor: chief,
      ask: async (tx) => [
        await listStillOpen(tx, sample().place, { hamletId: hamletId(), before: span.before }),
        await listStillOpen(tx, sample().place, { hamletId: null, before: span.before }),
        await listUnkept(tx, sample().place, { hamletId: hamletId(), before: span.before }),
        await listUnkept(tx, sample().place, { hamletId: null, before: span.before }),
      ],
    },
    promises: {
      actor: chief,
      ask: async (tx) => [
        await listCommitments(tx, sample().place, { after: null, size: 51 }),
        await listCommitments(tx, sample().place, promises(false)),
        await listCommitments(tx, sample().place, promises(true)),
        await findCommitment(tx, at()),
      ],
    },
    "letters and their book of a day": {
      actor: chief,
      ask: async (tx) => [
        await listOpenLetters(tx, sample().place, page),
        await findLetter(tx, at()),
        await listParts(tx, at()),
        await listBook(tx, sample().place, { ...day, after: null, size: 51 }),
        await countBook(tx, sample().place, { ...day, after: { on: day.from, id: 5 } }),
      ],
    },
    "figures of listening of a day": { actor: chief, ask: async (tx) => [await countOpinions(tx, sample().place, span), await countCommitments(tx, sample().place, span)] },
    "opinions of a province": { actor: analyst, ask: (tx) => countByCommune(tx, span), mostRows: 5_000 },
    "what a hamlet said and was done": {
      actor: () => anybody,
      ask: async (tx) => {
        await showCommune(tx, at().communeId);
        return [
          await listPublicWords(tx, { communeId: at().communeId, hamletId: hamletId(), size: 21 }),
          await listPublicPromises(tx, { communeId: at().communeId, hamletId: hamletId(), size: 21 }),
          await listComingMeetings(tx, at().communeId, hamletId()),
          await findPublicMeeting(tx, at().communeId, `meeting ${at().matterId}`),
        ];
      },
    },
    "how much every hamlet has to show": {
      actor: () => anybody,
      ask: async (tx) => {
        await showCommune(tx, at().communeId);
        return await countPublicWords(tx, at().communeId);
      },
      mostRows: 5_000,
    },
  };
}
