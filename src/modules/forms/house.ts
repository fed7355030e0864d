import type { LawTable } from "../../kernel/law/table.ts";
import type { Form } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly forms: LawTable<Form>;
  }
}
