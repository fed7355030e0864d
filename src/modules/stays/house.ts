import type { LawTable } from "../../kernel/law/table.ts";
import type { StayKind } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly stayKinds: LawTable<StayKind>;
  }
}
