import { z } from "zod";
import { choice, type Parsed, parseForm, version } from "../../../web/form.ts";

/** Why a dispute that had ended is taken up again. A choice and no text: it stands in the open record. */
export const resumeReasons = ["notKept", "mistake", "wish"] as const;
export type ResumeForm = { readonly version: number; readonly why: (typeof resumeReasons)[number] };

export const parseResume = (body: unknown): Parsed<ResumeForm> => parseForm(z.object({ version: version(), why: choice(resumeReasons) }), body);
