import type { CountedKind } from "../../kernel/counted-kind.ts";
import type { LawTable } from "../../kernel/law/table.ts";
import type { ServiceIndicator } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    /** Every kind of matter that figures count. */
    readonly countedKinds: readonly CountedKind[];
    readonly serviceIndicators: LawTable<ServiceIndicator>;
  }
}
