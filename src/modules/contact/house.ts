import type { LawTable } from "../../kernel/law/table.ts";
import type { ContactKind } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly contactKinds: LawTable<ContactKind>;
  }
}
