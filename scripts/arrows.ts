/** The layers, lowest first. Each looks down only. */
export const layers: readonly string[] = ["base", "platform", "kernel", "web", "modules"];

/** Which module may use which other module's face (`index.ts`). Every arrow between modules stands here and nowhere else. */
export const uses: Readonly<Record<string, readonly string[]>> = {
  contact: ["scams"],
  figures: ["procedures"],
  front: ["contact", "incidents", "listening", "mediation", "opendata", "papers", "procedures", "queue", "scams", "units"],
  listening: ["attachments", "procedures", "registers"],
  mailbox: ["procedures", "subscriptions"],
  alerts: ["subscriptions"],
  records: ["procedures"],
  inbox: ["accounts", "figures", "incidents", "records"],
  procedures: ["attachments", "forms", "people", "papers", "subscriptions"],
  preparation: ["forms", "procedures", "queue"],
  portal: ["attachments", "procedures"],
  registers: ["procedures"],
  scams: ["attachments", "subscriptions"],
  signing: ["papers", "printing"],
  printing: ["papers", "procedures"],
  queue: ["procedures"],
  mediation: ["procedures", "registers"],
  stays: ["procedures", "registers"],
  incidents: ["attachments", "procedures"],
};

/** The demonstration world is told through every module's face. */
export const usesAll: readonly string[] = ["demo"];
