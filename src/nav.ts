import { accountPaths } from "./modules/accounts/index.ts";
import { alertPaths } from "./modules/alerts/index.ts";
import { contactPaths } from "./modules/contact/index.ts";
import { figurePaths } from "./modules/figures/index.ts";
import { inboxPaths } from "./modules/inbox/index.ts";
import { incidentPaths } from "./modules/incidents/index.ts";
import { listeningPaths } from "./modules/listening/index.ts";
import { mailboxPaths } from "./modules/mailbox/index.ts";
import { mediationPaths } from "./modules/mediation/index.ts";
import { portalPaths } from "./modules/portal/index.ts";
import { printingPaths } from "./modules/printing/index.ts";
import { procedurePaths } from "./modules/procedures/index.ts";
import { queuePaths } from "./modules/queue/index.ts";
import { recordPaths } from "./modules/records/index.ts";
import { registerPaths } from "./modules/registers/index.ts";
import { scamPaths } from "./modules/scams/index.ts";
import { signingPaths } from "./modules/signing/index.ts";
import { stayPaths } from "./modules/stays/index.ts";
import { navTexts as t } from "./nav-texts.ts";
import type { Framing } from "./web/answer.ts";
import type { NavItem } from "./web/views/layout/office.tsx";

/** The sections that an officer may open, by his rights. */
export function navOf({ officer, lang, house }: Framing): readonly (readonly NavItem[])[] {
  if (!officer) return [];
  const { rights, scope } = officer.actor;
  const atPost = scope.kind === "commune";
  const work: (NavItem | false)[] = [
    atPost && rights.has("counter.read") && { href: inboxPaths.inbox(), text: t.inbox[lang], shortcut: "/" },
    atPost && rights.has("counter.receive") && { href: procedurePaths.counter(), text: t.receive[lang], shortcut: "N" },
    atPost && !(rights.has("incidents.receive") && rights.has("scams.receive")) && { href: incidentPaths.tell(), text: t.tell[lang] },
    atPost && rights.has("scams.read") && { href: scamPaths.reports(), text: t.scams[lang] },
    atPost && rights.has("contact.vouch") && { href: contactPaths.codes(), text: t.contact[lang] },
    atPost && rights.has("counter.read") && { href: stayPaths.log(), text: t.stays[lang] },
    atPost && rights.has("mediation.read") && { href: mediationPaths.disputes(), text: t.mediation[lang] },
    atPost && rights.has("incidents.read") && { href: incidentPaths.list(), text: t.incidents[lang] },
    atPost && rights.has("listening.read") && { href: listeningPaths.list(), text: t.listening[lang] },
    atPost && rights.has("counter.sign") && { href: signingPaths.folder(), text: t.signing[lang] },
    atPost && rights.has("counter.sign") && { href: procedurePaths.apologies(), text: t.apologies[lang] },
    atPost && rights.has("counter.read") && { href: mailboxPaths.mailbox(), text: t.mailbox[lang] },
    atPost && rights.has("counter.read") && { href: printingPaths.printing(), text: t.printing[lang] },
    atPost && rights.has("counter.read") && { href: portalPaths.exchange(), text: t.portal[lang] },
    atPost && { href: alertPaths.alerts(), text: t.alerts[lang], count: officer.unseen },
    atPost && rights.has("counter.read") && { href: registerPaths.registers(), text: t.registers[lang] },
    atPost && rights.has("counter.receive") && { href: queuePaths.line(), text: t.line[lang] },
  ];
  const oversight: (NavItem | false)[] = [
    atPost && rights.has("counter.assign") && { href: inboxPaths.handovers(), text: t.handovers[lang] },
    atPost && rights.has("counter.assign") && { href: queuePaths.desks(), text: t.desks[lang] },
    rights.has("counter.figures") && { href: atPost ? figurePaths.post() : figurePaths.province(), text: t.figures[lang] },
    !atPost && rights.has("listening.figures") && { href: listeningPaths.figures(), text: t.listening[lang] },
    rights.has("record.read") && { href: recordPaths.record(), text: t.record[lang] },
    rights.has("accounts.manage") && { href: accountPaths.accounts(), text: t.accounts[lang] },
    // The people of a demonstration have no password.
    !house.demo && { href: accountPaths.password(), text: t.password[lang] },
  ];
  return [work, oversight].map((group) => group.filter((item): item is NavItem => item !== false)).filter((group) => group.length > 0);
}
