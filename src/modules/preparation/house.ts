import type { LawTable } from "../../kernel/law/table.ts";
import type { FilingPortal, PreparationRule } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly preparationRules: LawTable<PreparationRule>;
    readonly filingPortals: LawTable<FilingPortal>;
  }
}
