import { words } from "./texts.ts";

/** A number of 31 bits that depends on nothing but the row and the salt: the same province each time. */
const chance = (of: string, salt: number): string => `(hashint8extended(${of}, ${salt}) & 2147483647)`;
const share = (of: string, salt: number): string => `(${chance(of, salt)} / 2147483648.0)`;
const lettersOf = (text: string): string => `translate(substr(md5(${text}), 1, 16), '0123456789abcdef', '34679CDFGHJKMNPQ')`;
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const link = (matter: string, seq: string): string => `sha256(convert_to('link:' || ${matter} || ':' || ${seq}, 'UTF8'))`;
const last4 = (person: string): string => `lpad((${chance(person, 11)} % 10000)::text, 4, '0')`;
const phone = (person: string): string => `case when ${chance(person, 12)} % 10 < 8 then '0204' || lpad((${chance(person, 13)} % 1000000)::text, 6, '0') end`;

/** One commune's rows, drafted in a table of this connection before they are written to those of the product. `$1`… are in `Draft`. */
export type Draft = {
  /** Number of the commune in the bench, from 0. */
  readonly index: number;
  readonly communeId: number;
  readonly provinceId: number;
  readonly hamletIds: readonly number[];
  readonly counterIds: readonly number[];
  readonly matters: number;
  readonly people: number;
  readonly now: string;
};

/** Statements that make a commune, in order; each names the table whose rows it makes. */
export function statementsOf(d: Draft): readonly (readonly [table: string, sql: string])[] {
  const mattersFrom = d.index * d.matters;
  const peopleFrom = d.index * d.people;
  const place = `${d.communeId}, ${d.provinceId}`;
  const hamlets = `('{${d.hamletIds.join(",")}}'::int[])`;
  const counter = `('{${d.counterIds.join(",")}}'::int[])`;
  const now = `${quote(d.now)}::timestamptz`;
  return [
    ["people", peopleSql(d, { peopleFrom, place, hamlets })],
    ["draft", "drop table if exists pg_temp.draft"],
    ["draft", draftSql(d, { mattersFrom, peopleFrom, hamlets, counter, now })],
    [
      "matters",
      `insert into matters (commune_id, id, province_id, kind, regime, code, public_ref, state, hamlet_id, channel, title, received_at, due_at, paused_at,
         settled_at, assignee_id, closed_at, outcome, version, timeline_hash) overriding system value
       select ${d.communeId}, id, ${d.provinceId}, 'dossier', 'counter', 'B.' || ${d.index + 1} || '-' || to_char(day, 'YYMMDD') || '-' || lpad(nth::text, 4, '0'),
         public_ref, state, hamlet_id, 'counter', title, received_at, case when state <> 'awaitingSupplement' then due_at end,
         case when state = 'awaitingSupplement' then asked_at end, settled_at, assignee_id, closed_at,
         case state when 'handedOver' then 'granted' when 'refusalHandedOver' then 'refused' when 'withdrawn' then 'withdrawn' end,
         version, ${link("id", "version")} from draft order by i`,
    ],
    [
      "dossiers",
      `insert into dossiers (commune_id, matter_id, province_id, person_id, intake_id, procedure_code, procedure_from, case_id, conditions, request, handed_over,
         fee_dong, exemption, id_last4, phone_last4, proposal)
       select ${d.communeId}, id, ${d.provinceId}, person_id, id, procedure_code, procedure_from, case_id, '[]', (${quote(`{"${words.requests.join('","')}"}`)}::text[])[1 + id % 4],
         handed_over, 0, null, ${last4("person_id")}, right(${phone("person_id")}, 4),
         case when state in ('toSign', 'signed', 'handedOver') then jsonb_build_object('form', 'CT08', 'decision', ${quote(words.decision)}, 'changes', '[]'::jsonb, 'remark', null) end
       from draft order by i`,
    ],
    ...recordSql(d, place, now),
  ];
}

function peopleSql(d: Draft, { peopleFrom, place, hamlets }: { peopleFrom: number; place: string; hamlets: string }): string {
  return `insert into people (commune_id, province_id, id, regime, full_name, norm, born_on, sex, address, hamlet_id, phone, id_number_sealed, id_number_hash, id_last4, created_at)
    overriding system value
    select ${place}, g.id, 'counter', n.full_name, n.norm, date '1944-01-01' + (${chance("g.id", 2)} % 22280)::int, n.sex,
      ${quote(words.hamlet(1).replace(/ \d+$/, " "))} || (1 + ${chance("g.id", 3)} % 8) || ', ' || ${quote(words.commune(d.index + 1))} || ', ' || ${quote(words.province)},
      ${hamlets}[1 + (${chance("g.id", 3)} % ${d.hamletIds.length})::int], ${phone("g.id")},
      substr(sha256(int8send(g.id)) || sha256(int8send(-g.id)), 1, 41), sha256(convert_to('bench:' || g.id, 'UTF8')), ${last4("g.id")},
      timestamptz '2024-01-02 08:00+07' + ${share("g.id", 4)} * interval '1000 days'
    from (select ${peopleFrom} + i::bigint as id from generate_series(1, ${d.people}) i) g
    join bench.names n on n.n = ${chance("g.id", 1)} % (select count(*) from bench.names)`;
}

type From = { readonly mattersFrom: number; readonly peopleFrom: number; readonly hamlets: string; readonly counter: string; readonly now: string };

/** Dossiers come evenly over the working days; the newest 1.5 in a hundred are open. */
function draftSql(d: Draft, { mattersFrom, peopleFrom, hamlets, counter, now }: From): string {
  const days = "(select count(distinct n) from bench.days)";
  return `create temporary table draft as
    with g as (select i, ${mattersFrom} + i::bigint as id, ((i - 1)::bigint * ${days} / ${d.matters})::int as n from generate_series(1, ${d.matters}) i),
    dated as (
      select g.*, (g.i - ceil(g.n::numeric * ${d.matters} / ${days}))::int as nth, t.day, t.title, t.procedure_code, t.procedure_from, t.case_id, t.handed_over,
        t.term, t.basis, t.steps, t.due_at, t.opens + (${chance("g.id", 20)} % 240) * interval '1 minute' + (${chance("g.id", 21)} % 2) * interval '6 hours' as received_at,
        g.i > ${d.matters} * 0.985 as open, (${chance("g.id", 22)} % 1000)::int as fate, ${share("g.id", 23)} as pace,
        ${peopleFrom} + 1 + ${chance("g.id", 24)} % ${d.people} as person_id
      from g join bench.days t on t.n = g.n and t.p = ${chance("g.id", 25)} % 4),
    fated as (
      select *, case when not open then case when fate < 30 then 'withdrawn' when fate < 60 then 'refusalHandedOver' else 'handedOver' end
        else case when fate < 250 then 'received' when fate < 450 then 'working' when fate < 570 then 'awaitingSupplement' when fate < 750 then 'toSign'
          when fate < 950 then 'signed' else 'refused' end end as state,
        not open and fate >= 800 and fate < 880 as supplemented from dated),
    ended as (
      select *, least(case state when 'withdrawn' then received_at + interval '1 hour' + pace * interval '1 day'
          else case when fate between 100 and 129 then due_at + interval '2 hours' + pace * interval '2 days' else received_at + (due_at - received_at) * (0.3 + 0.65 * pace) end end,
        ${now} - interval '1 hour') as answered_at from fated)
    select i, id, nth, day, case when supplemented then 'supplemented' else state end as life, title, procedure_code, procedure_from, case_id, handed_over, term, basis, steps, received_at, due_at, state, person_id,
      ${lettersOf(`'matter:' || id`)} as public_ref, ${hamlets}[1 + (${chance("id", 26)} % ${d.hamletIds.length})::int] as hamlet_id,
      ${counter}[1 + (id % ${d.counterIds.length})::int] as assignee_id,
      received_at + interval '15 minutes' as started_at, received_at + interval '45 minutes' as asked_at, received_at + interval '55 minutes' as resumed_at,
      case when state in ('signed', 'refused', 'handedOver', 'refusalHandedOver') then greatest(answered_at - interval '40 minutes', received_at + interval '1 hour')
        else received_at + interval '1 hour' end as proposed_at,
      case when state in ('signed', 'refused', 'handedOver', 'refusalHandedOver', 'withdrawn') then answered_at end as settled_at,
      case when state = 'withdrawn' then answered_at when state in ('handedOver', 'refusalHandedOver') then least(answered_at + pace * interval '1 day', ${now}) end as closed_at,
      (select max(l.seq) from bench.lives l where l.life = case when supplemented then 'supplemented' else state end) as version
    from ended`;
}

/** What was written down about each: timeline, audit, clocks, pauses, breaches, papers, notices. */
function recordSql(d: Draft, place: string, now: string): readonly (readonly [string, string])[] {
  const at =
    "case l.moment when 'received_at' then m.received_at when 'asked_at' then m.asked_at when 'resumed_at' then m.resumed_at when 'started_at' then m.started_at when 'proposed_at' then m.proposed_at when 'settled_at' then m.settled_at else m.closed_at end";
  const noughts = "decode(repeat('00', 32), 'hex')";
  const steps = "from draft m join bench.lives l on l.life = m.life order by m.i, l.seq";
  const signed = "m.state in ('signed', 'handedOver', 'refused', 'refusalHandedOver')";
  return [
    [
      "timeline",
      `insert into timeline (commune_id, province_id, matter_id, seq, regime, at, actor_id, action, from_state, to_state, needs, public, note, facts, change_hash, prev_hash, hash)
       select ${place}, m.id, l.seq, 'counter', ${at}, m.assignee_id, l.action, l.from_state, l.to_state, l.needs, l.public,
         case when l.action = 'askSupplement' then ${quote(words.missing)} end, case when l.seq = 1 then jsonb_build_object('case', m.case_id, 'procedure', m.procedure_code) else '{}' end,
         ${link("m.id", "-l.seq")}, case when l.seq = 1 then ${noughts} else ${link("m.id", "(l.seq - 1)")} end, ${link("m.id", "l.seq")} ${steps}`,
    ],
    [
      "audit",
      `insert into audit (commune_id, province_id, regime, subject, seq, at, actor_id, action, change, prev_hash, hash)
       select ${place}, 'counter', 'matter:' || m.id, l.seq, ${at}, m.assignee_id, l.action,
         jsonb_build_object('before', case when l.seq > 1 then jsonb_build_object('state', l.from_state) end, 'after', jsonb_build_object('state', l.to_state)),
         case when l.seq = 1 then ${noughts} else ${link("m.id", "(1 - l.seq)")} end, ${link("m.id", "-l.seq")} ${steps}`,
    ],
    [
      "clocks",
      `insert into clocks (commune_id, province_id, matter_id, seq, regime, computed_at, cause, term, started_at, due_at, steps, basis)
       select ${place}, m.id, c.seq, 'counter', m.received_at, c.cause, m.term, m.received_at, case when c.cause <> 'pause' then m.due_at end, m.steps, m.basis
       from draft m join (values (1, 'start'), (3, 'pause'), (4, 'resume')) c (seq, cause)
         on c.seq = 1 or m.life = 'supplemented' or (c.seq = 3 and m.life = 'awaitingSupplement') order by m.i`,
    ],
    [
      "pauses",
      `insert into pauses (commune_id, province_id, matter_id, seq, regime, from_at, to_at, reason, legal_basis)
       select ${place}, id, 3, 'counter', asked_at, case when life = 'supplemented' then resumed_at end, ${quote(words.missing)}, ${quote(words.basis)} from draft where life in ('awaitingSupplement', 'supplemented')`,
    ],
    [
      "breaches",
      `insert into breaches (commune_id, matter_id, province_id, regime, due_at, noticed_at)
       select ${d.communeId}, id, ${d.provinceId}, 'counter', due_at, due_at + interval '1 minute' from draft
       where state <> 'awaitingSupplement' and due_at < coalesce(settled_at, ${now})`,
    ],
    [
      "papers",
      `insert into papers (commune_id, province_id, regime, matter_id, form, number, symbol, code, signer_name, issued_at, sha256)
       select ${place}, 'counter', m.id, case when m.state in ('refused', 'refusalHandedOver') then 'CT06' else 'CT08' end, m.i, 'TB-CAX', ${lettersOf(`'paper:' || m.id`)},
         ${quote(words.officer[4])}, m.settled_at, sha256(convert_to('paper:' || m.id, 'UTF8')) from draft m where ${signed} order by m.i`,
    ],
    [
      "notices",
      `insert into notices (commune_id, province_id, matter_id, regime, key, template, facts, queued_at, channel, sent_at, attempts)
       select ${place}, m.id, 'counter', m.id || ':4', 'dossier.sign', '{}', m.settled_at, 'demoMailbox', m.settled_at + interval '1 second', 1 from draft m where ${signed} order by m.i`,
    ],
  ];
}
