/** The legal regimes that stay apart: no shared states, no cross-search. */
export const regimes = ["counter", "listening", "incidents", "mediation", "scams", "contact", "internal"] as const;
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
  "listening.read": "listening",
  "listening.receive": "listening",
  "listening.answer": "listening",
  "listening.assign": "listening",
  "listening.publish": "listening",
  "listening.identity": "listening",
  "listening.figures": "listening",
  "listening.handIn": "listening",
  "listening.audit": "listening",
  "incidents.read": "incidents",
  "incidents.receive": "incidents",
  "incidents.process": "incidents",
  "incidents.refer": "incidents",
  "incidents.assign": "incidents",
  "incidents.identity": "incidents",
  "incidents.figures": "incidents",
  "incidents.handIn": "incidents",
  "incidents.audit": "incidents",
  "mediation.read": "mediation",
  "mediation.record": "mediation",
  "mediation.assign": "mediation",
  "mediation.identity": "mediation",
  "mediation.figures": "mediation",
  "mediation.audit": "mediation",
  "scams.read": "scams",
  "scams.receive": "scams",
  "scams.process": "scams",
  "scams.warn": "scams",
  "scams.identity": "scams",
  "scams.figures": "scams",
  "scams.handIn": "scams",
  "scams.audit": "scams",
  "contact.vouch": "contact",
  "record.read": "internal",
  "accounts.manage": "internal",
  "clock.run": "internal",
} as const satisfies Record<string, Regime>;
export type Right = keyof typeof rights;

/**
 * Who needs what. The clock is nobody: it writes breaches when they happen. The national portal and the door are nobody either: what came
 * through the one, and what residents hand in by themselves at the other, is taken in under its name.
 */
export const roles = {
  counterOfficer: [
    ...["counter.read", "counter.receive", "counter.process", "counter.handOver", "counter.closeDay", "counter.enterStay", "counter.attach"],
    ...["listening.read", "listening.receive", "contact.vouch"],
  ],
  beatOfficer: [
    ...["counter.read", "counter.process", "counter.enterStay", "counter.attach"],
    ...["listening.read", "listening.receive", "listening.answer", "listening.identity"],
    ...["mediation.read", "mediation.record", "mediation.identity", "contact.vouch"],
  ],
  dutyOfficer: [
    ...["incidents.read", "incidents.receive", "incidents.process", "incidents.identity"],
    ...["scams.read", "scams.receive", "scams.process", "scams.identity", "contact.vouch"],
  ],
  chief: [
    ...["counter.read", "counter.receive", "counter.process", "counter.assign", "counter.sign", "counter.handOver", "counter.revoke", "counter.figures", "counter.closeDay"],
    ...["counter.enterStay", "counter.attach", "counter.removeFile"],
    ...["listening.read", "listening.receive", "listening.answer", "listening.assign", "listening.publish", "listening.identity", "listening.figures"],
    ...["incidents.read", "incidents.receive", "incidents.process", "incidents.refer", "incidents.assign", "incidents.identity", "incidents.figures"],
    ...["mediation.read", "mediation.record", "mediation.assign", "mediation.identity", "mediation.figures"],
    ...["scams.read", "scams.receive", "scams.process", "scams.warn", "scams.identity", "scams.figures", "contact.vouch"],
  ],
  provinceAnalyst: ["counter.figures", "listening.figures", "incidents.figures", "mediation.figures", "scams.figures"],
  // The record of every regime, and of nothing in it: who looked, and who did what.
  auditor: ["counter.read", "listening.audit", "incidents.audit", "mediation.audit", "scams.audit", "record.read"],
  administrator: ["accounts.manage", "record.read"],
  clock: ["counter.read", "clock.run"],
  nationalPortal: ["counter.read", "counter.receive", "counter.attach", "portal.exchange"],
  door: ["listening.handIn", "incidents.handIn", "scams.handIn"],
} as const satisfies Record<string, readonly Right[]>;
export type Role = keyof typeof roles;

/** The rows of the catalogue `role_rights`, by which the database gives its own answer. */
export function roleRights(): readonly { role: Role; right: Right; regime: Regime }[] {
  return (Object.keys(roles) as Role[]).flatMap((role) => roles[role].map((right) => ({ role, right, regime: rights[right] })));
}
