import type { Generated } from "kysely";
import type { Day } from "../../../base/day.ts";
import type { Regime, Right } from "../../../kernel/rights.ts";
import type { Json } from "../../../kernel/tables.ts";
import type { Tx } from "../../../kernel/tx.ts";

type EscalationsTable = { communeId: number; matterId: number; dueAt: Date; provinceId: number; regime: Regime; at: Date; lead: Json };
export type EscalationAct = "noted" | "assigned" | "instructed";
type EscalationActsTable = Omit<EscalationsTable, "lead"> & { actorId: number; needs: Right; act: EscalationAct };
type SavedFiltersTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  accountId: number;
  name: string;
  isDefault: boolean;
  stateGroup: string | null;
  assignee: string | null;
  hamletId: number | null;
  title: string | null;
  dueFrom: number | null;
  dueTo: number | null;
  supplement: string | null;
  channel: string | null;
  createdAt: Date;
};
type HandoversTable = {
  communeId: number;
  id: Generated<number>;
  provinceId: number;
  fromId: number;
  byId: number;
  needs: Right;
  at: Date;
  reason: string;
  returnOn: Day | null;
  endedAt: Generated<Date | null>;
  endedBy: Generated<number | null>;
};
type HandoverMattersTable = { communeId: number; handoverId: number; matterId: number; provinceId: number; regime: Regime; toId: number };

type Slice = {
  escalations: EscalationsTable;
  escalationActs: EscalationActsTable;
  savedFilters: SavedFiltersTable;
  handovers: HandoversTable;
  handoverMatters: HandoverMattersTable;
};

/** The tables of this module beside the kernel's. */
export const on = (tx: Tx) => tx.db.withTables<Slice>();
