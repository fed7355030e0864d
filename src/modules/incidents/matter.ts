import { aside } from "../../kernel/door.ts";
import { defineMatter } from "../../kernel/matter.ts";

const process = "incidents.process";
const open = ["received", "checking"] as const;
/** Where a decision leaves a report that was kept at the post: a criminal case, none, or a wait for what stands in its way. */
const decided = ["prosecuted", "declined", "suspended"] as const;
const handled = [...open, "referred", "acknowledged", "settled", ...decided] as const;
/** What is only added to a report; its state stays. */
const added = { from: handled, needs: process, public: false, reason: "none" } as const;

/** A decision ends the term of the investigator. Its number and day stand with it. */
const decision = { from: ["checking"], needs: "incidents.refer", public: true, reason: "required" } as const;

/** The life of a report: received at once, looked into, handed over or settled. Nothing that was written about it is taken back. */
export const incident = defineMatter({
  kind: "incident",
  regime: "incidents",
  states: [aside, "received", "checking", "referred", "acknowledged", "settled", ...decided, "discarded", "dismissed"],
  first: "received",
  opens: "incidents.receive",
  handedInBy: "incidents.handIn",
  actions: {
    takeIn: { from: [aside], to: "received", needs: "incidents.receive", public: false, reason: "none" },
    discard: { from: [aside], to: "discarded", needs: "incidents.receive", public: false, reason: "required", closes: "discarded" },
    dismiss: { from: ["received"], to: "dismissed", needs: "incidents.refer", public: true, reason: "required", closes: "dismissed" },
    assign: { from: open, needs: "incidents.assign", public: false, reason: "optional" },
    instruct: { from: open, needs: "incidents.assign", public: false, reason: "required" },
    begin: { from: ["received"], to: "checking", needs: process, public: true, reason: "none" },
    grade: { from: open, needs: process, public: false, reason: "required" },
    fallUnder: { from: open, needs: process, public: false, reason: "none", clock: "restart" },
    speed: { from: open, needs: process, public: false, reason: "required", clock: "restart" },
    keepHere: { from: open, to: "checking", needs: "incidents.refer", public: false, reason: "required", clock: "restart" },
    extend: { from: ["checking"], needs: "incidents.refer", public: false, reason: "required", clock: "extend" },
    prosecute: { ...decision, to: "prosecuted", closes: "prosecuted" },
    decline: { ...decision, to: "declined", closes: "declined" },
    suspend: { ...decision, to: "suspended", closes: "suspended" },
    takeUp: { from: ["settled", "dismissed"], to: "checking", needs: process, public: true, reason: "required", clock: "reopen" },
    resume: { from: ["suspended"], to: "checking", needs: "incidents.refer", public: true, reason: "required", clock: "restart" },
    refer: { from: open, to: "referred", needs: "incidents.refer", public: true, reason: "none", clock: "stop" },
    acknowledge: { from: ["referred"], to: "acknowledged", needs: process, public: true, reason: "none", closes: "referred" },
    settle: { from: open, to: "settled", needs: process, public: true, reason: "required", closes: "settled" },
    state: added,
    measure: added,
    addPerson: added,
    link: added,
    keepThing: added,
    // Whose report was taken for junk may say what it is, and be asked.
    answer: { ...added, from: [...handled, "dismissed"], public: true },
  },
});
