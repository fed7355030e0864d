/** The layers, lowest first. Each looks down only. */
export const layers: readonly string[] = ["base", "platform", "kernel", "web", "modules"];

/** Which module may use which other module's face (`index.ts`). Every arrow between modules stands here and nowhere else. */
export const uses: Readonly<Record<string, readonly string[]>> = {
  figures: ["procedures"],
  front: ["papers", "procedures", "queue", "units"],
  mailbox: ["procedures", "subscriptions"],
  alerts: ["subscriptions"],
  records: ["procedures"],
  inbox: ["accounts", "figures", "procedures", "records"],
  procedures: ["people", "papers", "subscriptions"],
  registers: ["procedures"],
  queue: ["procedures"],
};

/** The demonstration world is told through every module's face. */
export const usesAll: readonly string[] = ["demo"];
