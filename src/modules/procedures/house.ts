import type { CodePattern } from "../../kernel/law/codes.ts";
import type { LawTable } from "../../kernel/law/table.ts";
import type { ApologyRule } from "./law/apologies.ts";
import type { DefectRule } from "./law/defects.ts";
import type { EndingReason } from "./law/endings.ts";
import type { PauseReason } from "./law/pauses.ts";
import type { FeeExemption, Procedure } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly procedures: LawTable<Procedure>;
    readonly feeExemptions: LawTable<FeeExemption>;
    readonly codePatterns: LawTable<CodePattern>;
    readonly defects: LawTable<DefectRule>;
    readonly pauseReasons: LawTable<PauseReason>;
    readonly apologies: LawTable<ApologyRule>;
    readonly endingReasons: LawTable<EndingReason>;
  }
}
