import { type Actor, anybody } from "../../src/kernel/actor.ts";
import type { Question, Sample } from "./plans-figures.ts";
import { incidentQuestions, incidentsBesides } from "./plans-incidents.ts";
import { listeningBesides, listeningQuestions } from "./plans-listening.ts";
import { disputesBesides, mediationQuestions } from "./plans-mediation.ts";
import { scamQuestions, scamsBesides } from "./plans-scams.ts";

/** What the invented province does not hold of listening, incidents, mediation and frauds. */
export const voicesBesides: readonly string[] = [disputesBesides, scamsBesides, incidentsBesides, listeningBesides];

/** What is asked of them. */
export function voiceQuestions(stage: { readonly chief: () => Actor; readonly analyst: () => Actor; readonly sample: () => Sample }): Readonly<Record<string, Question>> {
  return { ...mediationQuestions(stage), ...scamQuestions(stage), ...incidentQuestions(stage), ...listeningQuestions({ ...stage, anybody }) };
}
