import { defineMatter } from "../../kernel/matter.ts";

/** Everything that comes before the answer is ready. */
const unfinished = ["received", "working", "awaitingSupplement", "onHold", "toSign", "outForSigning"] as const;

/** The life of a dossier at the counter, from the receipt to the paper in the resident's hand. */
export const dossier = defineMatter({
  kind: "dossier",
  regime: "counter",
  states: ["received", "working", "awaitingSupplement", "onHold", "toSign", "outForSigning", "signed", "refused", "handedOver", "refusalHandedOver", "withdrawn", "stopped"],
  first: "received",
  opens: "counter.receive",
  actions: {
    start: { from: ["received"], to: "working", needs: "counter.process", public: true, reason: "none" },
    askSupplement: { from: ["received", "working"], to: "awaitingSupplement", needs: "counter.process", public: true, reason: "required", clock: "pause", notice: true },
    resume: { from: ["awaitingSupplement"], to: "working", needs: "counter.process", public: true, reason: "none", clock: "resume", notice: true },
    hold: { from: ["received", "working"], to: "onHold", needs: "counter.process", public: true, reason: "required", clock: "pause", notice: true },
    release: { from: ["onHold"], to: "working", needs: "counter.process", public: true, reason: "none", clock: "resume", notice: true },
    apologise: { from: ["received", "working", "toSign", "outForSigning"], needs: "counter.sign", public: true, reason: "required", clock: "extend", notice: true },
    propose: { from: ["received", "working"], to: "toSign", needs: "counter.process", public: true, reason: "none" },
    sendBack: { from: ["toSign"], to: "working", needs: "counter.sign", public: false, reason: "required" },
    sendOut: { from: ["toSign"], to: "outForSigning", needs: "counter.sign", public: false, reason: "none" },
    takeBack: { from: ["outForSigning"], to: "toSign", needs: "counter.sign", public: false, reason: "required" },
    sign: { from: ["toSign", "outForSigning"], to: "signed", needs: "counter.sign", public: true, reason: "none", clock: "stop", notice: true },
    signRefusal: { from: ["toSign", "outForSigning"], to: "refused", needs: "counter.sign", public: true, reason: "none", clock: "stop", notice: true },
    correct: { from: ["signed", "refused"], to: "working", needs: "counter.sign", public: true, reason: "required", clock: "reopen" },
    handOver: { from: ["signed"], to: "handedOver", needs: "counter.handOver", public: true, reason: "none", closes: "granted" },
    handOverRefusal: { from: ["refused"], to: "refusalHandedOver", needs: "counter.handOver", public: true, reason: "none", closes: "refused" },
    withdraw: {
      from: ["received", "working", "awaitingSupplement", "onHold", "toSign"],
      to: "withdrawn",
      needs: "counter.process",
      public: true,
      reason: "required",
      closes: "withdrawn",
    },
    stop: {
      from: ["received", "working", "awaitingSupplement", "onHold", "toSign"],
      to: "stopped",
      needs: "counter.sign",
      public: true,
      reason: "required",
      closes: "stopped",
      notice: true,
    },
    revoke: {
      from: ["received", "working", "awaitingSupplement", "onHold", "toSign", "outForSigning", "signed", "refused", "handedOver", "refusalHandedOver", "withdrawn", "stopped"],
      needs: "counter.revoke",
      public: true,
      reason: "required",
    },
    assign: { from: [...unfinished, "signed", "refused"], needs: "counter.assign", public: false, reason: "optional" },
    instruct: { from: [...unfinished, "signed", "refused"], needs: "counter.assign", public: false, reason: "required" },
    attach: { from: ["received", "working", "awaitingSupplement", "onHold", "toSign"], needs: "counter.attach", public: false, reason: "none" },
    removeFile: {
      from: [...unfinished, "signed", "refused", "handedOver", "refusalHandedOver", "withdrawn", "stopped"],
      needs: "counter.removeFile",
      public: false,
      reason: "required",
    },
    joinNational: {
      from: [...unfinished, "signed", "refused"],
      needs: "counter.receive",
      public: false,
      reason: "none",
    },
  },
});

export type DossierState = (typeof dossier.states)[number];
export type DossierAction = keyof typeof dossier.actions;
