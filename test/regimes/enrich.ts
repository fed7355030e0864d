import { createHash } from "node:crypto";
import type { Client } from "pg";
import type { Vault } from "../../src/platform/vault.ts";

/**
 * Puts into the world of the demonstration what it lacks, for every kind of matter alike: work in the hands of the officer who asks, what
 * she was told of it before, files and messages, what came near its end or was given to another. Past every rule, as nobody could.
 *
 * @returns the post
 */
export async function enrich(owner: Client, { login, vault, now }: { readonly login: string; readonly vault: Vault; readonly now: Date }): Promise<number> {
  const { rows } = await owner.query("select id, unit_id from accounts where login = $1", [login]);
  const [{ id: officer, unit_id: post }] = rows;
  const ask = (text: string, ...more: readonly unknown[]) => owner.query(text, [...more]);
  await ask("set session_replication_role = replica");
  // Of every kind one matter that is open, or else the newest.
  await ask(
    `create temporary table picked as select distinct on (kind) * from matters where commune_id = ${post} order by kind, (closed_at is null) desc, (due_at is null), id desc`,
  );
  await ask(`update matters m set assignee_id = ${officer} from picked p where m.commune_id = p.commune_id and m.id = p.id`);
  for (const [kind, state] of reopened) {
    await ask(
      "update matters m set state = $2, closed_at = null, settled_at = null, outcome = null from picked p where m.commune_id = p.commune_id and m.id = p.id and m.kind = $1",
      kind,
      state,
    );
  }
  for (const text of forEveryKind(officer, now)) await ask(text);
  const file = Buffer.from("Nội dung tệp của bài thử");
  await ask(
    `with kept as (
       insert into attachments (commune_id, province_id, regime, matter_id, code, paper_code, media_type, size_bytes, pages, sha256, scan, kept_by, kept_at)
       select commune_id, province_id, regime, id, ${madeOf("file")}, 'evidence', 'application/pdf', ${file.length}, 1, $1, 'clean', ${officer}, $2 from picked
       returning commune_id, id, regime)
     insert into attachment_files (commune_id, attachment_id, regime, sealed) select commune_id, id, regime, $3 from kept`,
    createHash("sha256").update(file).digest(),
    now,
    vault.sealBytes(file),
  );
  await ask(
    "insert into messages (commune_id, province_id, matter_id, regime, from_post, actor_id, sealed, at) select commune_id, province_id, id, regime, false, 0, $1, $2 from picked",
    vault.seal("Bà con hỏi thêm"),
    now,
  );
  await ask(
    `with asked as (
       insert into subscriptions (commune_id, province_id, regime, matter_id, ref, channel, lang, address_sealed, address_hash, started_at, confirmed_at)
       select commune_id, province_id, regime, id, ${madeOf("told")}, 'email', 'vi', $1, $2, $3, $3 from picked
       returning commune_id, province_id, regime, id, matter_id)
     insert into deliveries (commune_id, province_id, regime, subscription_id, channel, matter_id, key, queued_at, next_at)
     select commune_id, province_id, regime, id, 'email', matter_id, 'told:' || id, $3, $3 from asked`,
    vault.seal("nga@example.vn"),
    Buffer.from("nga@example.vn"),
    now,
  );
  await ask("set session_replication_role = origin");
  return post;
}

/** A reference that is the same each time, of something of a matter. */
const madeOf = (word: string, id = "id"): string => `translate(upper(substr(md5('${word}' || ${id}), 1, 16)), '01258ABE', '346CDFGH')`;

/** What the demonstration has only at its end, so that its page offers all that may be done. */
const reopened = [
  ["scam", "working"],
  ["meeting", "held"],
  ["citizenLetter", "working"],
] as const;

/** Rows that need no key of the house. */
function forEveryKind(officer: number, now: Date): readonly string[] {
  const at = `'${now.toISOString()}'::timestamptz`;
  return [
    `insert into alerts (commune_id, province_id, regime, account_id, key, template, facts, queued_at)
       select commune_id, province_id, regime, ${officer}, 'alert:' || id, 'work.nearlyLate', json_build_object('code', code), ${at} from picked`,
    `insert into notices (commune_id, province_id, matter_id, regime, key, template, facts, queued_at)
       select commune_id, province_id, id, regime, 'notice:' || id, 'dossier.sign', json_build_object('code', code), ${at} from picked`,
    `insert into breaches (commune_id, province_id, matter_id, regime, due_at, noticed_at)
       select commune_id, province_id, id, regime, ${at} - interval '3 days', ${at} - interval '3 days' from picked on conflict do nothing`,
    `update matters m set due_at = ${at} + interval '3 hours' from picked p where m.commune_id = p.commune_id and m.id = p.id and m.closed_at is null`,
    `insert into escalations (commune_id, province_id, matter_id, regime, due_at, at, lead)
       select commune_id, province_id, id, regime, ${at} + interval '3 hours', ${at} - interval '1 hour', '{"count": 1, "unit": "workingDays"}' from picked`,
    `with given as (
       insert into handovers (commune_id, province_id, from_id, by_id, needs, at, reason, return_on)
       select p.commune_id, p.province_id, (select id from accounts where unit_id = p.commune_id and id <> ${officer} order by id limit 1), ${officer}, 'counter.assign', ${at} - interval '1 day', 'Nghỉ phép', '2026-11-24'
       from picked p limit 1 returning commune_id, province_id, id)
     insert into handover_matters (commune_id, province_id, handover_id, matter_id, regime, to_id)
       select g.commune_id, g.province_id, g.id, p.id, p.regime, ${officer} from given g join picked p using (commune_id)`,
    `insert into papers (commune_id, province_id, regime, matter_id, form, number, symbol, code, signer_name, issued_at, sha256)
       select p.commune_id, p.province_id, p.regime, p.id, one.form, 9000 + row_number() over (order by p.id), one.symbol,
         ${madeOf("paper", "p.id")}, one.signer_name, ${at}, sha256(convert_to('paper' || p.id, 'utf8'))
       from picked p cross join (select * from papers order by id limit 1) one`,
    `insert into matter_stats select (jsonb_populate_record(null::matter_stats, to_jsonb(s) || jsonb_build_object('regime', r.regime, 'kind', r.kind))).*
       from (select distinct regime, kind from picked) r cross join (select * from matter_stats order by commune_id, month limit 1) s on conflict do nothing`,
    `insert into reads (commune_id, province_id, regime, at, actor_id, subject, purpose)
       select commune_id, province_id, regime, ${at}, ${officer}, 'matter:' || id, 'Xem để giải quyết' from picked`,
    `insert into saved_filters (commune_id, province_id, account_id, name, is_default, created_at) select commune_id, province_id, ${officer}, 'Mọi việc', false, ${at} from picked limit 1`,
    `insert into duty_rosters (commune_id, duty_on, officer_id, province_id, written_at, written_by, starts, ends) select commune_id, '2026-11-25', ${officer}, province_id, ${at}, ${officer}, '07:00', '19:00' from picked limit 1`,
    `insert into incident_links (commune_id, older_id, newer_id, province_id, reason, linked_at, linked_by)
       select commune_id, min(matter_id), max(matter_id), min(province_id), 'Cùng một người', ${at}, ${officer} from incidents where commune_id = (select commune_id from picked limit 1) group by 1`,
    `update contacts set officer_id = ${officer}`,
    // What came by web faster than people write.
    `update matters m set state = 'aside' from (
       select distinct on (kind) commune_id, id from matters where kind in ('opinion', 'incident', 'scam') and commune_id = (select commune_id from picked limit 1)
         and id not in (select id from picked) order by kind, id desc) a where m.commune_id = a.commune_id and m.id = a.id`,
  ];
}
