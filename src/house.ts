import { join } from "node:path";
import { dayOf } from "./base/day.ts";
import { countedKinds } from "./counted-kinds.ts";
import { importTrust } from "./import-trust.ts";
import { gate, type Place } from "./kernel/actor.ts";
import { workCalendar } from "./kernel/clock/calendar.ts";
import type { House } from "./kernel/house.ts";
import { loadLaw } from "./kernel/law/load.ts";
import { inTx } from "./kernel/tx.ts";
import { listContacts, readDirectory } from "./kernel/units.ts";
import { lawDefs } from "./law-defs.ts";
import { dossierSignable } from "./modules/procedures/index.ts";
import { demoMailer, type Mailer, smtpMailer } from "./platform/channels/mail.ts";
import { openPusher } from "./platform/channels/push.ts";
import { openScanner } from "./platform/clamd.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import { openDemoAnchor, openDemoSigner } from "./platform/signature/demo-signer.ts";
import { readTrust } from "./platform/signature/trust.ts";
import { startTypesetter } from "./platform/typst/typesetter.ts";
import { openVault } from "./platform/vault.ts";
import { publicSources } from "./public-sources.ts";
import { recordedKinds, workKinds } from "./work-kinds.ts";

/** A house, and the verb that ends what it started. */
export type OpenHouse = { readonly house: House; close(): Promise<void> };

/** Puts together what every request may use: law, keys, press, the directory of units. Nothing of it changes while it stands. */
export async function openHouse(config: Config, database: Database, given: { readonly root: string; readonly publicUrl: string; readonly now: Date }): Promise<OpenHouse> {
  const { holidays, officeHours, ...law } = await loadLaw(join(given.root, "db/law"), lawDefs);
  const bare = { vault: await openVault(config.keysDir), publicUrl: given.publicUrl, demo: config.demo, portalDir: config.portalDir } as House;
  const { units, contacts } = await inTx(database, { house: bare, actor: gate, now: given.now, readOnly: true }, async (tx) => ({
    units: await readDirectory(tx),
    contacts: await listContacts(tx, dayOf(given.now)),
  }));
  const typesetter = startTypesetter({ root: given.root });
  const trust = await readTrust(config.keysDir);
  const signerKeys = join(config.keysDir, "signers");
  const house: House = {
    ...bare,
    ...law,
    units,
    postProfiles: new Map(contacts.map((one) => [one.unitId, { phone: one.phone, address: one.address }])),
    homePost: units.findByCode("commune", config.homePost, dayOf(given.now))?.id ?? 0,
    calendarOf: kept(
      (place: Place) => place.communeId,
      (place) => workCalendar({ holidays, officeHours }, { provinceCode: units.getUnit(place.provinceId).code, communeCode: units.getUnit(place.communeId).code }),
    ),
    typesetter,
    signerOf: (who) => openDemoSigner(signerKeys, { id: `post-${who.postId}-account-${who.accountId}`, organisation: units.getUnit(who.postId).name, commonName: who.name }),
    trustedCertificates: async () => [await openDemoAnchor(signerKeys), ...trust.anchors],
    signing: config.signatures,
    importTrust: async () => importTrust({ trust, units, demoAnchor: config.demo ? await openDemoAnchor(signerKeys) : null }),
    signables: [dossierSignable],
    scanner: config.clamd === null ? null : openScanner(config.clamd),
    workKinds,
    recordedKinds,
    channels: { mail: mailerOf(config, given.publicUrl), push: await openPusher(config.keysDir, { contact: contactOf(config, given.publicUrl) }) },
    publicSources,
    countedKinds,
  };
  return { house, close: () => typesetter.close() };
}

/** The server for letters that was named; else, in a demonstration, its mailbox, where they are shown and go nowhere. */
function mailerOf({ mail, demo }: Config, publicUrl: string): Mailer | null {
  if (mail) return smtpMailer(mail);
  return demo ? demoMailer(noReplyAt(publicUrl)) : null;
}

/** Where a push service finds whoever runs this. */
function contactOf({ mail }: Config, publicUrl: string): string {
  return publicUrl.startsWith("https:") ? publicUrl : `mailto:${mail?.from ?? noReplyAt(publicUrl)}`;
}

const noReplyAt = (publicUrl: string): string => `khong-tra-loi@${new URL(publicUrl).hostname}`;

/** Works a thing out once for each key, and keeps it: a calendar does not change while the house stands. */
function kept<Asked, Key, Made>(keyOf: (asked: Asked) => Key, make: (asked: Asked) => Made): (asked: Asked) => Made {
  const made = new Map<Key, Made>();
  return (asked) => {
    const key = keyOf(asked);
    const known = made.get(key) ?? make(asked);
    made.set(key, known);
    return known;
  };
}
