import type { LawTable } from "../../kernel/law/table.ts";
import type { ApologyRule } from "./law/apologies.ts";
import type { DefectRule } from "./law/defects.ts";
import type { EndingReason } from "./law/endings.ts";
import type { OnlineFiling } from "./law/online-filing.ts";
import type { PauseReason } from "./law/pauses.ts";
import type { FormSheet } from "./law/sheets.ts";
import type { FeeExemption, Procedure } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly procedures: LawTable<Procedure>;
    readonly feeExemptions: LawTable<FeeExemption>;
    readonly defects: LawTable<DefectRule>;
    readonly pauseReasons: LawTable<PauseReason>;
    readonly apologies: LawTable<ApologyRule>;
    readonly endingReasons: LawTable<EndingReason>;
    readonly formSheets: LawTable<FormSheet>;
    readonly onlineFiling: LawTable<OnlineFiling>;
  }
}
