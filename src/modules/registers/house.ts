import type { LawTable } from "../../kernel/law/table.ts";
import type { BookForm } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly bookForms: LawTable<BookForm>;
  }
}
