/** What an officer does to a report on a page of its own, by the word in the address, and the action that it is; of a decision, one of its outcomes. */
export const verbActions = {
  person: "addPerson",
  statement: "state",
  measure: "measure",
  thing: "keepThing",
  file: "keepThing",
  link: "link",
  assign: "assign",
  grade: "grade",
  speed: "speed",
  keepHere: "keepHere",
  extend: "extend",
  decide: "decline",
  resume: "resume",
  takeUp: "takeUp",
  refer: "refer",
  acknowledge: "acknowledge",
  settle: "settle",
  dismiss: "dismiss",
} as const;
export type VerbName = keyof typeof verbActions;
export const verbNames = Object.keys(verbActions) as VerbName[];

export const isVerb = (text: string): text is VerbName => Object.hasOwn(verbActions, text);
