import type { CountedKind } from "./kernel/counted-kind.ts";
import { countedDossiers } from "./modules/procedures/index.ts";
import { countedStays } from "./modules/stays/index.ts";

/** Every kind of matter that figures count. A module that brings one adds its line here. */
export const countedKinds: readonly CountedKind[] = [countedDossiers, countedStays];
