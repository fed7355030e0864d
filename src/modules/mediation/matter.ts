import { defineMatter } from "../../kernel/matter.ts";

const open = ["recorded", "assigned", "mediating"] as const;

const over = ["settled", "unsettled", "ended", "excluded"] as const;

const everywhere = [...open, ...over] as const;

/** The life of a dispute: recorded, given to the hamlet's mediators, talked over, and ended in one of four ways. After an agreement it is visited; one that ended can be taken up again where it stood. */
export const dispute = defineMatter({
  kind: "dispute",
  regime: "mediation",
  states: ["recorded", "assigned", "mediating", "settled", "unsettled", "ended", "excluded"],
  first: "recorded",
  opens: "mediation.record",
  actions: {
    assign: { from: ["recorded"], to: "assigned", needs: "mediation.assign", public: false, reason: "none", clock: "restart" },
    reassign: { from: ["assigned", "mediating"], needs: "mediation.assign", public: false, reason: "required" },
    support: { from: open, needs: "mediation.assign", public: false, reason: "optional" },
    instruct: { from: open, needs: "mediation.assign", public: false, reason: "required" },
    agreeStart: { from: ["assigned"], needs: "mediation.record", public: false, reason: "none", clock: "restart" },
    begin: { from: ["assigned"], to: "mediating", needs: "mediation.record", public: false, reason: "none", clock: "lift" },
    meet: { from: ["mediating"], needs: "mediation.record", public: false, reason: "none" },
    settle: { from: ["mediating"], to: "settled", needs: "mediation.record", public: false, reason: "none", closes: "settled" },
    fail: { from: ["mediating"], to: "unsettled", needs: "mediation.record", public: false, reason: "none", closes: "unsettled" },
    end: { from: open, to: "ended", needs: "mediation.record", public: false, reason: "none", closes: "ended" },
    exclude: { from: open, to: "excluded", needs: "mediation.record", public: false, reason: "none", closes: "excluded" },
    correct: { from: everywhere, needs: "mediation.record", public: false, reason: "required" },
    resume: { from: over, to: "mediating", needs: "mediation.record", public: false, reason: "required", clock: "reopen" },
    resumeGiven: { from: ["ended", "excluded"], to: "assigned", needs: "mediation.record", public: false, reason: "required", clock: "reopen" },
    resumeRecorded: { from: ["ended", "excluded"], to: "recorded", needs: "mediation.record", public: false, reason: "required", clock: "reopen" },
    visit: { from: ["settled"], needs: "mediation.record", public: false, reason: "none" },
  },
});

/** How a dispute can end. */
export type Outcome = "settled" | "unsettled" | "ended" | "excluded";
