import { dayOf } from "../../base/day.ts";
import { type Actor, anybody } from "../../kernel/actor.ts";
import type { Matter } from "../../kernel/matter.ts";
import type { Tx } from "../../kernel/tx.ts";
import {
  askSupplement,
  assignTo,
  handOver,
  holdWork,
  proposeResult,
  rateDossier,
  receiveDossier,
  resumeWork,
  type Score,
  sendBack,
  signApology,
  signResult,
  startIntake,
  startWork,
  stopWork,
  withdraw,
} from "../procedures/index.ts";
import { type Case, proposalOf, refusalOf } from "./cases.ts";
import { texts } from "./texts.ts";

/** Something that somebody does to a dossier at an instant, by the verbs of the counter. */
export type Move = {
  readonly at: Date;
  readonly actor: Actor;
  readonly act: (tx: Tx) => Promise<Matter>;
  /** Whether the resident is told of it. */
  readonly tells?: boolean;
};

/** A dossier as it stands, and when its next move happens. */
type Next = { readonly given: Case; readonly matter: Matter; readonly at: Date };

const overlooked = { code: "unreadable", paper: "CT01" } as const;

export const moves = {
  receive: ({ receivedAt, crew, bearer, receive }: Case): Move => ({
    at: receivedAt,
    actor: crew.receiver,
    act: async (tx) => await receiveDossier(tx, await startIntake(tx, bearer), receive),
  }),

  assign: ({ given: { crew }, matter, at }: Next): Move => ({
    at,
    actor: crew.chief,
    act: (tx) => assignTo(tx, matter.publicRef, { version: matter.version, assigneeId: crew.worker.id ?? 0 }),
  }),

  start: ({ given, matter, at }: Next): Move => ({ at, actor: given.crew.worker, act: (tx) => startWork(tx, matter.publicRef, matter) }),

  askSupplement: ({ given, matter, at }: Next): Move => {
    const wish = { version: matter.version, defects: given.request.defects };
    return { at, actor: given.crew.worker, act: (tx) => askSupplement(tx, matter.publicRef, wish), tells: true };
  },

  /** For what lay there the first time already: it is counted, and has to be explained. */
  askAgain: ({ given, matter, at }: Next): Move => {
    const wish = { version: matter.version, defects: [overlooked], why: texts.overlooked.vi };
    return { at, actor: given.crew.worker, act: (tx) => askSupplement(tx, matter.publicRef, wish), tells: true };
  },

  resume: ({ given, matter, at }: Next): Move => {
    const brought = [...new Set(given.request.defects.flatMap(({ paper }) => paper ?? []))];
    return { at, actor: given.crew.worker, act: (tx) => resumeWork(tx, matter.publicRef, { version: matter.version, brought }), tells: true };
  },

  hold: ({ given, matter, at }: Next): Move => ({
    at,
    actor: given.crew.worker,
    act: (tx) => holdWork(tx, matter.publicRef, { version: matter.version, key: "otherAuthority-1" }),
    tells: true,
  }),

  apologise: ({ given, matter, at }: Next): Move => ({
    at,
    actor: given.crew.chief,
    act: async (tx) => (await signApology(tx, matter.publicRef, { version: matter.version, reason: texts.apologyReason.vi, added: 2 })).matter,
    tells: true,
  }),

  stop: ({ given, matter, at }: Next): Move => ({
    at,
    actor: given.crew.chief,
    act: async (tx) => (await stopWork(tx, matter.publicRef, { version: matter.version, code: "doneOtherwise", remark: null })).matter,
    tells: true,
  }),

  propose: ({ given, matter, at }: Next): Move => {
    const proposal = proposalOf(given, dayOf(at));
    return { at, actor: given.crew.worker, act: (tx) => proposeResult(tx, matter.publicRef, { version: matter.version, proposal }) };
  },

  proposeRefusal: ({ given, matter, at }: Next): Move => {
    const proposal = refusalOf(given);
    return { at, actor: given.crew.worker, act: (tx) => proposeResult(tx, matter.publicRef, { version: matter.version, proposal }) };
  },

  sendBack: ({ given, matter, at }: Next): Move => ({
    at,
    actor: given.crew.chief,
    act: (tx) => sendBack(tx, matter.publicRef, { version: matter.version, note: texts.sendBackReason.vi }),
  }),

  sign: ({ given, matter, at }: Next): Move => ({ at, actor: given.crew.chief, act: async (tx) => (await signResult(tx, matter.publicRef, matter)).matter, tells: true }),

  handOver: ({ given, matter, at }: Next): Move => {
    const to = given.chance.percent(90) ? ("self" as const) : ("authorised" as const);
    return { at, actor: given.crew.receiver, act: (tx) => handOver(tx, matter.publicRef, { version: matter.version, to }) };
  },

  withdraw: ({ given, matter, at }: Next): Move => ({
    at,
    actor: given.crew.worker,
    act: (tx) => withdraw(tx, matter.publicRef, { version: matter.version, note: texts.withdrawReason.vi }),
  }),

  /** The resident's word, in nobody's name. */
  rate: ({ matter, at }: Omit<Next, "given">, score: Score): Move => ({
    at,
    actor: anybody,
    act: async (tx) => {
      await rateDossier(tx, matter.publicRef, score);
      return matter;
    },
  }),
} as const;
