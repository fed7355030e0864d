import { z } from "zod";
import { dayOf } from "../../base/day.ts";
import { defineLaw } from "../../kernel/law/define.ts";
import { lawFields, textField } from "../../kernel/law/fields.ts";
import { getInForce } from "../../kernel/law/table.ts";
import type { Tx } from "../../kernel/tx.ts";
import type {} from "./house.ts";

const count = z.int().min(1);

const row = z.strictObject({
  ...lawFields,
  id: textField,
  keepDays: count,
  confirmWithinDays: count,
  confirmationsPerAddress: count,
  confirmationsPerMatter: count,
  perMatter: count,
  retryMinutes: z.array(count).min(1),
  waitDays: count,
  pushServices: z.array(textField).min(1),
});

/** How long addresses are kept, how often sending is tried, and what is held back. */
export type NoticeRules = z.infer<typeof row>;

export const noticeRuleLaw = defineLaw<NoticeRules>({ name: "noticeRules", path: "notice-rules.yaml", schema: row, keyOf: ({ id }) => id });

/** The rules of today. @throws LawGap when none is in force */
export function rulesOf(tx: Pick<Tx, "house" | "now">): NoticeRules {
  return getInForce(tx.house.noticeRules, dayOf(tx.now), "notices");
}

/** Whether an address belongs to a service that takes messages for browsers. A name that begins with "*." stands for every name below it. */
export function isPushService(endpoint: string, { pushServices }: Pick<NoticeRules, "pushServices">): boolean {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return pushServices.some((service) => {
    // A service on this very machine is named with its scheme and port; all others are reached by https alone.
    if (service.includes("://")) return url.origin === service;
    if (url.protocol !== "https:" || url.port !== "") return false;
    return service.startsWith("*.") ? url.hostname.endsWith(service.slice(1)) : url.hostname === service;
  });
}
