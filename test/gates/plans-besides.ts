/** What the invented province does not hold: a shift's intakes and three years of ratings. */
export const besides = `
  insert into intakes (commune_id, province_id, ref, officer_id, sealed, created_at)
    select u.id, u.province_id, 'intake ' || i, a.id, '', '2026-11-20 08:00+07' from units u join accounts a on a.unit_id = u.id, generate_series(1, 1000) i where a.login like 'bench.%.0';
  insert into ratings (commune_id, province_id, month, procedure_code, score, once)
    select id, province_id, date '2024-01-01' + i % 36 * interval '1 month', '1.00419' || i / 36 % 10, 'satisfied', int4send(i) from units, generate_series(1, 3000) i where code like '9____';
  insert into stays (commune_id, matter_id, province_id, entered_at, guests) select commune_id, id, province_id, received_at, 1 from matters;
  insert into stay_entries (commune_id, matter_id, entry, province_id, written_at, written_by, procedure_code, procedure_from, host_name, place_kind, address, arrived_at, purpose, told_at, due_at)
    select commune_id, id, 1, province_id, received_at, 1, '2.001159', '2026-07-01', 'A', 'home', 'B', received_at, 'C', received_at, received_at from matters;
  insert into stay_guests (commune_id, matter_id, entry, number, province_id, full_name, norm, born_on, sex, paper_kind, paper_sealed, paper_last4, who_hash)
    select m.commune_id, m.id, 1, 1, m.province_id, p.full_name, p.norm, p.born_on, p.sex, 'identityNumber', decode(repeat('00', 41), 'hex'), p.id_last4, sha256(p.id_number_hash || int8send(m.id))
    from matters m join dossiers d on d.commune_id = m.commune_id and d.matter_id = m.id join people p on p.commune_id = d.commune_id and p.id = d.person_id;
  insert into stay_departures (commune_id, matter_id, seq, guest, province_id, left_at, recorded_at, recorded_by)
    select commune_id, id, 2, 1, province_id, received_at, received_at, 1 from matters;
  insert into supplement_requests (commune_id, matter_id, seq, province_id, number, month, asked_at, asked_by, repeated)
    select commune_id, id, 3, province_id, 1, date_trunc('month', received_at)::date, received_at, 1, false from matters where id % 4 = 0;
  insert into supplement_requests (commune_id, matter_id, seq, province_id, number, month, asked_at, asked_by, repeated, why)
    select commune_id, id, 5, province_id, 2, date_trunc('month', received_at)::date, received_at, 1, true, 'x' from matters where id % 40 = 0;
  insert into defects (commune_id, matter_id, seq, line, province_id, code, paper, repeated)
    select commune_id, matter_id, seq, line, province_id, 'unsigned', 'CT01', false from supplement_requests, generate_series(1, 3) line;
  insert into brought_papers (commune_id, matter_id, seq, paper, province_id) select commune_id, id, 4, 'CT01', province_id from matters where id % 5 = 0;
  insert into apologies (commune_id, matter_id, due_at, province_id, drafted_at, added)
    select commune_id, id, due_at, province_id, due_at - interval '4 hours', 2 from matters where due_at is not null and id % 3 = 0;
  insert into seen_proposals (commune_id, account_id, matter_id, province_id, regime, version, digest, seen_at)
    select m.commune_id, a.id, m.id, m.province_id, 'counter', 1, '', m.received_at from matters m join accounts a on a.unit_id = m.commune_id where a.login like 'bench.%.0' and m.id % 3 = 0;
  insert into unsigned_papers (commune_id, province_id, regime, matter_id, form, number, symbol, code, signer_id, signer_name, issued_at, state, ended_at, length, sha256, pdf)
    select m.commune_id, m.province_id, 'counter', m.id, 'CT08', m.id, 'TB', m.public_ref, 1, '', m.received_at, 'accepted', m.received_at, 1, '', '' from matters m where m.id % 2 = 0;
  insert into escalations (commune_id, province_id, matter_id, regime, due_at, at, lead)
    select commune_id, province_id, id, regime, due_at, due_at - interval '4 hours', '{"unit":"workingHours","count":4}' from matters
    where due_at is not null and (settled_at is not null or due_at < '2026-11-23 12:00+07' or id % 50 = 0);
  insert into escalation_acts (commune_id, province_id, matter_id, regime, due_at, at, actor_id, needs, act)
    select commune_id, province_id, matter_id, regime, due_at, at, 1, 'counter.assign', 'noted' from escalations where matter_id % 100 > 0;
  insert into saved_filters (commune_id, province_id, account_id, name, is_default, assignee, created_at)
    select u.id, coalesce(u.province_id, 0), a.id, 'filter ' || i, i = 1, 'me', now() from units u join accounts a on a.unit_id = u.id, generate_series(1, 10) i where a.login like 'bench.%';
  insert into saved_filters (commune_id, province_id, account_id, name, is_default, created_at)
    select u.id, u.province_id, 100000 + i, 'filter', false, now() from units u, generate_series(1, 1000) i where u.code like '9____';
  insert into handovers (commune_id, province_id, from_id, by_id, needs, at, reason, return_on)
    select u.id, u.province_id, 1, 1, 'counter.assign', now(), 'leave', date '2026-12-01' + i from units u, generate_series(1, 400) i where u.code like '9____';
  insert into handover_matters (commune_id, province_id, handover_id, matter_id, regime, to_id)
    select h.commune_id, h.province_id, h.id, m.id, 'counter', 1 from (select *, row_number() over (partition by commune_id order by id) as place from handovers) h
    join (select *, row_number() over (partition by commune_id order by id) as place from matters) m on m.commune_id = h.commune_id and m.place / 20 = h.place;
  update handovers set ended_at = now(), ended_by = 1 where id % 40 > 0;
  analyze intakes, ratings, escalations, escalation_acts, saved_filters, handovers, handover_matters, seen_proposals, unsigned_papers, stays, stay_entries, stay_departures,
    supplement_requests, defects, brought_papers, apologies`;
