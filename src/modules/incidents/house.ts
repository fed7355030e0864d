import type { Authority } from "../../kernel/law/authorities.ts";
import type { LawTable } from "../../kernel/law/table.ts";
import type { IncidentRule } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly incidentRules: LawTable<IncidentRule>;
    readonly authorities: LawTable<Authority>;
  }
}
