import type { LawTable } from "../../kernel/law/table.ts";
import type { OnlineFiling } from "./law/online-filing.ts";
import type { FormSheet } from "./law/sheets.ts";
import type { FeeExemption, Procedure } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly procedures: LawTable<Procedure>;
    readonly feeExemptions: LawTable<FeeExemption>;
    readonly formSheets: LawTable<FormSheet>;
    readonly onlineFiling: LawTable<OnlineFiling>;
  }
}
