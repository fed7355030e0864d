import type { LawTable } from "../../kernel/law/table.ts";
import type { WorkKind } from "../../web/work-kinds.ts";
import type { EscalationLead } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    /** Every kind of matter that stands in the inbox. */
    readonly workKinds: readonly WorkKind[];
    readonly escalationLeads: LawTable<EscalationLead>;
  }
}
