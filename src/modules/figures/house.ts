import type { LawTable } from "../../kernel/law/table.ts";
import type { ServiceIndicator } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly serviceIndicators: LawTable<ServiceIndicator>;
  }
}
