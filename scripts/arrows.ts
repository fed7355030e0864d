/** The layers, lowest first. Each looks down only. */
export const layers: readonly string[] = ["base", "platform", "kernel", "web", "modules"];

/** Which module may use which other module's face (`index.ts`). Every arrow between modules stands here and nowhere else. */
export const uses: Readonly<Record<string, readonly string[]>> = {
  contact: ["scams"],
  figures: ["procedures"],
  front: ["contact", "papers", "procedures", "queue", "scams", "units"],
  mailbox: ["procedures"],
  records: ["procedures"],
  inbox: ["accounts", "figures", "records"],
  procedures: ["attachments", "forms", "people", "papers"],
  preparation: ["forms", "procedures", "queue"],
  portal: ["attachments", "procedures"],
  registers: ["procedures"],
  scams: ["attachments"],
  signing: ["papers", "printing"],
  printing: ["papers", "procedures"],
  queue: ["procedures"],
  stays: ["procedures", "registers"],
};

/** The demonstration world is told through every module's face. */
export const usesAll: readonly string[] = ["demo"];
