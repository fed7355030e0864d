import { defineMatter } from "../../kernel/matter.ts";

/** The life of a declaration of an overnight stay: told and entered in one step, then only added to. */
export const overnightStay = defineMatter({
  kind: "overnightStay",
  regime: "counter",
  states: ["told", "entered"],
  first: "told",
  opens: "counter.enterStay",
  actions: {
    enter: { from: ["told"], to: "entered", needs: "counter.enterStay", public: false, reason: "none", closes: "entered" },
    amend: { from: ["entered"], needs: "counter.enterStay", public: false, reason: "required" },
    leave: { from: ["entered"], needs: "counter.enterStay", public: false, reason: "none" },
  },
});
