/** The legal regimes that stay apart: no shared states, no cross-search. */
export const regimes = ["counter", "listening", "incidents", "internal"] as const;
export type Regime = (typeof regimes)[number];

/** Every right of the house, and the regime that it opens. */
export const rights = {
  "counter.read": "counter",
  "counter.receive": "counter",
  "counter.process": "counter",
  "counter.assign": "counter",
  "counter.sign": "counter",
  "counter.handOver": "counter",
  "counter.revoke": "counter",
  "counter.figures": "counter",
  "counter.closeDay": "counter",
  "counter.attach": "counter",
  "counter.removeFile": "counter",
  "portal.exchange": "counter",
  "counter.enterStay": "counter",
  "record.read": "internal",
  "accounts.manage": "internal",
  "clock.run": "internal",
} as const satisfies Record<string, Regime>;
export type Right = keyof typeof rights;

/** Who needs what. The clock is nobody: it writes breaches when they happen. The national portal is nobody either: what came through it was taken in under its name. */
export const roles = {
  counterOfficer: ["counter.read", "counter.receive", "counter.process", "counter.handOver", "counter.closeDay", "counter.enterStay", "counter.attach"],
  beatOfficer: ["counter.read", "counter.process", "counter.enterStay", "counter.attach"],
  chief: [
    "counter.read",
    "counter.receive",
    "counter.process",
    "counter.assign",
    "counter.sign",
    "counter.handOver",
    "counter.revoke",
    "counter.figures",
    "counter.closeDay",
    "counter.enterStay",
    "counter.attach",
    "counter.removeFile",
  ],
  provinceAnalyst: ["counter.figures"],
  auditor: ["counter.read", "record.read"],
  administrator: ["accounts.manage", "record.read"],
  clock: ["counter.read", "clock.run"],
  nationalPortal: ["counter.read", "counter.receive", "counter.attach", "portal.exchange"],
} as const satisfies Record<string, readonly Right[]>;
export type Role = keyof typeof roles;

/** The rows of the catalogue `role_rights`, by which the database gives its own answer. */
export function roleRights(): readonly { role: Role; right: Right; regime: Regime }[] {
  return (Object.keys(roles) as Role[]).flatMap((role) => roles[role].map((right) => ({ role, right, regime: rights[right] })));
}
