import type { Scanner } from "../../platform/clamd.ts";

declare module "../../kernel/house.ts" {
  interface House {
    /** Looks for viruses in files; null where none is set up. */
    readonly scanner: Scanner | null;
  }
}
