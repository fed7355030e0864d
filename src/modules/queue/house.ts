import type { LawTable } from "../../kernel/law/table.ts";
import type { PriorityClass } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly priorityClasses: LawTable<PriorityClass>;
  }
}
