import type { LawTable } from "../../kernel/law/table.ts";
import type { MediationRule } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly mediationRules: LawTable<MediationRule>;
  }
}
