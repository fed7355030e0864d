import { z } from "zod";
import { addDays, type Day, dayOf } from "../../../base/day.ts";
import { choice, type Parsed, parseForm, pastDay, readDay, refuse, say, version } from "../../../web/form.ts";
import { startTexts as t } from "../texts/start.ts";

export const agreedHow = ["spoken", "written"] as const;
export type StartForm = { readonly version: number; readonly agreedOn: Day; readonly startOn: Day; readonly how: (typeof agreedHow)[number] };

/** An agreement lies between the record of the dispute and the end of the term that runs, and promises a later day than that. */
export function parseStart(body: unknown, { today, receivedAt, startBy }: { readonly today: Day; readonly receivedAt: Date; readonly startBy: Date | null }): Parsed<StartForm> {
  const form = parseForm(z.object({ version: version(), agreedOn: pastDay(today), startOn: dayWithin(addDays(today, 731)), how: choice(agreedHow) }), body);
  if (!form.ok || startBy === null) return form;
  const { agreedOn, startOn } = form.value;
  if (agreedOn < dayOf(receivedAt)) return refuse(body, { agreedOn: t.beforeRecorded });
  if (agreedOn > dayOf(startBy)) return refuse(body, { agreedOn: t.afterTerm });
  return startOn > dayOf(startBy) ? form : refuse(body, { startOn: t.notLater });
}

const dayWithin = (before: Day) =>
  z
    .string()
    .optional()
    .transform((value, context): Day => {
      const day = readDay(value ?? "");
      if (day !== null && day < before) return day;
      context.addIssue({ code: "custom", ...say(t.startMissing) });
      return z.NEVER;
    });
