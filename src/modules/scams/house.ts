import type { LawTable } from "../../kernel/law/table.ts";
import type { BankHotline, ScamKind, ScamRule } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly scamKinds: LawTable<ScamKind>;
    readonly scamRules: LawTable<ScamRule>;
    readonly bankHotlines: LawTable<BankHotline>;
  }
}
