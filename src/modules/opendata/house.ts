import type { LawTable } from "../../kernel/law/table.ts";
import type { PublicSources } from "../../web/public-sources.ts";
import type { PublicService } from "./law.ts";

declare module "../../kernel/house.ts" {
  interface House {
    readonly publicServices: LawTable<PublicService>;
    /** What every module gives out to everybody. */
    readonly publicSources: PublicSources;
  }
}
