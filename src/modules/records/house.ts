import type { WorkKind } from "../../web/work-kinds.ts";

declare module "../../kernel/house.ts" {
  interface House {
    /** Every kind of matter whose record is read, with the words for what is done to it. */
    readonly recordedKinds: readonly Pick<WorkKind, "kind" | "actionWord">[];
  }
}
