import { defineMatter } from "../../kernel/matter.ts";

/** The life of an opinion: taken, owned by somebody, answered; not accepted by its author, it is open again. */
export const opinion = defineMatter({
  kind: "opinion",
  regime: "listening",
  states: ["aside", "received", "working", "answered", "discarded"],
  first: "received",
  opens: "listening.receive",
  handedInBy: "listening.handIn",
  actions: {
    takeIn: { from: ["aside"], to: "received", needs: "listening.receive", public: false, reason: "none" },
    discard: { from: ["aside"], to: "discarded", needs: "listening.receive", public: false, reason: "required", closes: "discarded" },
    own: { from: ["received", "working"], to: "working", needs: "listening.answer", public: true, reason: "none" },
    assign: { from: ["received", "working"], to: "working", needs: "listening.assign", public: true, reason: "optional" },
    instruct: { from: ["received", "working"], needs: "listening.assign", public: false, reason: "required" },
    answer: { from: ["received", "working"], to: "answered", needs: "listening.answer", public: true, reason: "none", clock: "stop", closes: "answered" },
    answerOnSpot: { from: ["received"], to: "answered", needs: "listening.answer", public: true, reason: "none", clock: "stop", closes: "answered" },
    // A line of a room, until its minutes are closed: put right, or struck out because nobody said it.
    correct: { from: ["received", "working", "answered"], needs: "listening.receive", public: false, reason: "none" },
    strike: { from: ["received", "working", "answered"], to: "discarded", needs: "listening.receive", public: false, reason: "required", closes: "discarded" },
    // Its author says that the answer is none: another term begins, so that it does not become late at once.
    contest: { from: ["answered"], to: "working", needs: "listening.handIn", public: true, reason: "none", clock: "restart" },
    contestInPerson: { from: ["answered"], to: "working", needs: "listening.receive", public: true, reason: "none", clock: "restart" },
  },
});

/** The life of a meeting: planned, held, its minutes closed; or called off. */
export const meeting = defineMatter({
  kind: "meeting",
  regime: "listening",
  states: ["planned", "held", "minuted", "calledOff"],
  first: "planned",
  opens: "listening.receive",
  actions: {
    change: { from: ["planned"], needs: "listening.receive", public: false, reason: "none" },
    begin: { from: ["planned"], to: "held", needs: "listening.receive", public: false, reason: "none" },
    callOff: { from: ["planned"], to: "calledOff", needs: "listening.receive", public: false, reason: "required", closes: "calledOff" },
    closeMinutes: { from: ["held"], to: "minuted", needs: "listening.receive", public: false, reason: "none", closes: "minuted" },
  },
});

/** Whether there is something to minute: a meeting that was only planned, or called off, has no minutes. */
export const hasMinutes = ({ state }: { readonly state: string }): boolean => state === "held" || state === "minuted";

/** The life of what was promised: carried out with evidence, or not, with the reason; what could not be done can be done later, by a new day. */
export const commitment = defineMatter({
  kind: "commitment",
  regime: "listening",
  states: ["promised", "carriedOut", "notCarriedOut"],
  first: "promised",
  opens: "listening.receive",
  actions: {
    carryOut: { from: ["promised", "notCarriedOut"], to: "carriedOut", needs: "listening.answer", public: false, reason: "required", clock: "stop", closes: "carriedOut" },
    fail: { from: ["promised"], to: "notCarriedOut", needs: "listening.answer", public: false, reason: "required", clock: "stop", closes: "notCarriedOut" },
    // Only after it was said that it could not be done: no day is pushed on in silence.
    newDay: { from: ["notCarriedOut"], to: "promised", needs: "listening.answer", public: false, reason: "required", clock: "restart" },
    // On the page of the hamlet, and off it: words that name somebody are taken down.
    show: { from: ["promised", "carriedOut", "notCarriedOut"], needs: "listening.publish", public: false, reason: "none" },
    hide: { from: ["promised", "carriedOut", "notCarriedOut"], needs: "listening.publish", public: false, reason: "none" },
    keepEvidence: { from: ["promised", "carriedOut", "notCarriedOut"], needs: "listening.answer", public: false, reason: "none" },
    assign: { from: ["promised", "notCarriedOut"], needs: "listening.assign", public: false, reason: "optional" },
    instruct: { from: ["promised"], needs: "listening.assign", public: false, reason: "required" },
  },
});

/** The life of a letter: received, sorted to its path: accepted, kept here or led on; settled. A mixed one is split and lives on in its parts. */
export const citizenLetter = defineMatter({
  kind: "citizenLetter",
  regime: "listening",
  states: ["received", "working", "settled", "ledOn", "split"],
  first: "received",
  opens: "listening.receive",
  actions: {
    // The term of a complaint or denunciation is one of accepting it. One that was sorted by mistake is sorted again, with why.
    accept: { from: ["received", "working"], to: "working", needs: "listening.answer", public: false, reason: "optional", clock: "lift" },
    keepHere: { from: ["received", "working"], to: "working", needs: "listening.answer", public: false, reason: "optional", clock: "restart" },
    leadOn: { from: ["received", "working"], to: "ledOn", needs: "listening.answer", public: false, reason: "optional", clock: "stop", closes: "ledOn" },
    split: { from: ["received"], to: "split", needs: "listening.answer", public: false, reason: "none", clock: "stop", closes: "split" },
    settle: { from: ["working"], to: "settled", needs: "listening.answer", public: false, reason: "none", clock: "stop", closes: "settled" },
    assign: { from: ["received", "working"], needs: "listening.assign", public: false, reason: "optional" },
    instruct: { from: ["received", "working"], needs: "listening.assign", public: false, reason: "required" },
  },
});
