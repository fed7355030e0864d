import { standstill } from "../../scripts/bench/province/size.ts";
import { type Actor, anybody } from "../../src/kernel/actor.ts";
import { takeAlerts } from "../../src/kernel/alerts.ts";
import { takeAnnouncements, withdrawAnnouncement } from "../../src/kernel/announcements.ts";
import { takeNotices } from "../../src/kernel/outbox.ts";
import { showCommune } from "../../src/kernel/tx.ts";
import { findCodes, listOwnAlerts } from "../../src/modules/alerts/queries.ts";
import { communesKeepingAddresses, eraseAddresses } from "../../src/modules/subscriptions/jobs.ts";
import {
  claimDue,
  giveUpOld,
  listCommunesWaiting,
  listToldByNotice,
  listToldOfficer,
  spreadAnnouncements,
  spreadConfirmations,
  spreadNotices,
} from "../../src/modules/subscriptions/queries/deliveries.ts";
import { findRefOfDevice, listOwnDevices, openSubscription } from "../../src/modules/subscriptions/queries/subscriptions.ts";
import type { Question, Sample } from "./plans-figures.ts";

/** What was told in an invented province: one dossier in three has somebody who wanted it, and most of those stopped or were forgotten since. */
export const tellings = `
  insert into alerts (commune_id, province_id, regime, account_id, key, template, facts, queued_at, spread_at, read_at)
    select u.id, u.province_id, 'counter', a.id, 'alert ' || i, 'work.nearlyLate', '{}', now(), now(), case when i % 100 > 0 then now() end
    from units u join accounts a on a.unit_id = u.id, generate_series(1, 1000) i where a.login like 'bench.%' and u.code like '9____';
  insert into notices (commune_id, province_id, regime, matter_id, key, template, facts, queued_at, sent_at)
    select commune_id, province_id, regime, id, 'told ' || id, 'dossier.sign', '{}', received_at, received_at from matters where id % 3 = 0;
  insert into subscriptions (commune_id, province_id, regime, matter_id, ref, channel, lang, address_sealed, address_hash, started_at, confirmed_at)
    select commune_id, province_id, regime, id, lpad(commune_id || '-' || id, 16, '0'), 'email', 'vi', '', sha256(int8send(id)), received_at, received_at from matters where id % 3 = 0;
  insert into deliveries (commune_id, province_id, regime, subscription_id, channel, matter_id, notice_id, key, queued_at, next_at, sent_at)
    select n.commune_id, n.province_id, n.regime, s.id, s.channel, n.matter_id, n.id, 'told ' || n.id, n.queued_at, n.queued_at, case when n.id % 500 > 0 then n.queued_at end
    from notices n join subscriptions s on s.commune_id = n.commune_id and s.matter_id = n.matter_id;
  update subscriptions set ended_at = started_at, end_reason = 'closed', address_sealed = null, address_hash = null where matter_id % 50 > 0;
  insert into announcements (commune_id, province_id, regime, key, hamlet_ids, headline, href, queued_at, spread_at, withdrawn_at)
    select u.id, u.province_id, 'scams', 'told ' || i, case when i % 2 = 0 then '{}' else array[i % 25] end, 'a', '/a', now(), case when i < 1000 then now() end, case when i % 300 = 0 then now() end
    from units u, generate_series(1, 1000) i where u.code like '9____';
  insert into subscriptions (commune_id, province_id, regime, hamlet_id, ref, channel, lang, address_sealed, address_hash, started_at, confirmed_at)
    select u.id, u.province_id, 'scams', i % 25, lpad('d' || u.id || '-' || i, 16, '0'), 'push', 'vi', '', sha256(int8send(i)), now(), now() from units u, generate_series(1, 1000) i where u.code like '9____';
  insert into deliveries (commune_id, province_id, regime, subscription_id, channel, announcement_id, key, queued_at, next_at, sent_at)
    select w.commune_id, w.province_id, w.regime, s.id, s.channel, w.id, 'told ' || w.id || ':' || s.id, w.queued_at, w.queued_at, case when s.id % 500 > 0 then w.queued_at end
    from announcements w join subscriptions s on s.commune_id = w.commune_id and s.hamlet_id = any(w.hamlet_ids) where w.id % 10 = 1;
  analyze announcements, alerts, notices, subscriptions, deliveries`;

type Who = { readonly clerk: () => Actor; readonly worker: () => Actor; readonly gate: () => Actor };
const since = new Date("2026-08-22T00:00:00+07:00");

/** Questions about telling, for the gate of the plans. */
export function tellingQuestions({ clerk, worker, gate }: Who, sample: () => Sample): Readonly<Record<string, Question>> {
  return {
    "an officer's alerts": {
      actor: clerk,
      ask: async (tx) => [await listOwnAlerts(tx, { before: null, size: 51 }), await findCodes(tx, [sample().code, "A"]), await listOwnDevices(tx)],
    },
    "what was told of a dossier": { actor: clerk, ask: (tx) => listToldOfficer(tx, { communeId: sample().place.communeId, matterId: sample().id }) },
    "what a page of notices was told": { actor: clerk, ask: (tx) => listToldByNotice(tx, [1, 2, 3]) },
    "what is to be told": {
      actor: worker,
      ask: async (tx) => {
        await spreadNotices(
          tx,
          (await takeNotices(tx, sample().place.communeId, 200)).map(({ id }) => id),
        );
        await takeAlerts(tx, sample().place.communeId, 200);
        await spreadConfirmations(tx);
        await giveUpOld(tx, since);
        await claimDue(tx, "email", { most: 20, until: standstill });
        await claimDue(tx, "push", { most: 20, until: standstill });
      },
    },
    // A warning for a whole commune is told on every device of it, each a row: a thousand here.
    "whom a warning is told": {
      actor: worker,
      ask: async (tx) =>
        await spreadAnnouncements(
          tx,
          (await takeAnnouncements(tx, sample().place.communeId, 200)).map(({ id }) => id),
        ),
      mostRows: 2_000,
    },
    "a device that is told of a hamlet": {
      actor: () => anybody,
      ask: async (tx) => {
        const { communeId } = sample().place;
        await showCommune(tx, communeId);
        await findRefOfDevice(tx, { communeId, regime: "scams", hamletId: 7, addressHash: Buffer.alloc(32) });
        await openSubscription(tx, "d-1");
      },
    },
    "a warning taken back": { actor: clerk, ask: (tx) => withdrawAnnouncement(tx, "told 1") },
    "addresses to be erased": { actor: worker, ask: (tx) => eraseAddresses(tx) },
    // Once a minute and once an hour over all communes: what waits, and addresses that are still kept, not all that ever was.
    "communes where something is to be told": { actor: gate, ask: (tx) => listCommunesWaiting(tx) },
    "communes with addresses to be erased": { actor: gate, ask: (tx) => communesKeepingAddresses(tx), whole: ["subscriptions"] },
  };
}
