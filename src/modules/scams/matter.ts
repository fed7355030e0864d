import { aside } from "../../kernel/door.ts";
import { defineMatter } from "../../kernel/matter.ts";

/** How it ended can be said anew, as money comes back or turns out to be lost; the clock has stopped and is not started again. */
const ending = ["received", "working", "settled"] as const;

/** The life of a report of a fraud: told, stepped in, and how it ended. */
export const scam = defineMatter({
  kind: "scam",
  regime: "scams",
  states: ["received", "working", "settled", "aside"],
  first: "received",
  opens: "scams.receive",
  handedInBy: "scams.handIn",
  actions: {
    takeIn: { from: [aside], to: "received", needs: "scams.receive", public: false, reason: "none" },
    discard: { from: [aside, "received"], to: "settled", needs: "scams.receive", public: false, reason: "required", closes: "discarded" },
    assign: { from: ["received", "working"], needs: "scams.process", public: false, reason: "optional" },
    instruct: { from: ["received", "working"], needs: "scams.process", public: false, reason: "required" },
    step: { from: ["received", "working"], to: "working", needs: "scams.process", public: false, reason: "optional" },
    stepAfter: { from: ["settled"], needs: "scams.process", public: false, reason: "optional" },
    stop: { from: ending, to: "settled", needs: "scams.process", public: true, reason: "optional", closes: "stopped" },
    savePart: { from: ending, to: "settled", needs: "scams.process", public: true, reason: "optional", closes: "partlySaved" },
    lose: { from: ending, to: "settled", needs: "scams.process", public: true, reason: "optional", closes: "lost" },
    clear: { from: ending, to: "settled", needs: "scams.process", public: true, reason: "required", closes: "notScam" },
  },
});

/** How a report can end, each by an action of its own. */
export const outcomes = { stopped: "stop", partlySaved: "savePart", lost: "lose", notScam: "clear" } as const;
export type Outcome = keyof typeof outcomes;
