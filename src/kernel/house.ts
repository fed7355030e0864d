import type { Vault } from "../platform/vault.ts";
import type { Place } from "./actor.ts";
import type { WorkCalendar } from "./clock/calendar.ts";
import type { CodePattern } from "./law/codes.ts";
import type { LawTable } from "./law/table.ts";
import type { UnitDirectory } from "./units.ts";

/**
 * What every request may use and none may change: dated law, keys, addresses. Made once, in `main.ts`.
 * A module that brings more (its law, its press) adds to this interface from its own files.
 */
export interface House {
  readonly vault: Vault;
  /** Working days and office hours, as they hold in a place. */
  readonly calendarOf: (place: Place) => WorkCalendar;
  readonly units: UnitDirectory;
  /** How each post writes its codes. */
  readonly codePatterns: LawTable<CodePattern>;
  /** Where residents reach us, without a slash at the end: printed on papers and in their codes. */
  readonly publicUrl: string;
  /** A demonstration says so on every page and every paper. */
  readonly demo: boolean;
}
