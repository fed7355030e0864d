/** What the invented world must hold of dossiers that did not run straight, as one row. */
export const courseOfTheWorld = `select
  (select count(*) > 20 from supplement_requests) as many,
  (select count(*)::int from supplement_requests where repeated) as repeated,
  (select count(*)::int from timeline t where t.action = 'askSupplement'
    and not exists (select from defects d where (d.commune_id, d.matter_id, d.seq) = (t.commune_id, t.matter_id, t.seq))) as untold,
  (select count(*) > 3 from apologies where signed_seq is null) as drafts,
  (select json_agg(m.due_at > a.due_at and not exists (select from breaches b where b.commune_id = m.commune_id and b.matter_id = m.id))
    from apologies a join matters m on m.commune_id = a.commune_id and m.id = a.matter_id where a.signed_seq is not null) as extended,
  (select json_agg(form order by form) from papers where form in ('04', '05')) as letters`;
