import type { LawTable } from "../../kernel/law/table.ts";
import type { ListeningRule } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly listeningRules: LawTable<ListeningRule>;
  }
}
