-- Open disputes in the order in which they wait: those that nobody was given, then by the term to begin, then those that are being mediated.
create index disputes_waiting on disputes (
  commune_id,
  (case when started_at is null then coalesce(start_by, '1900-01-01 00:00+00'::timestamptz) else '2099-12-31 00:00+00'::timestamptz end),
  matter_id
) where ended_at is null;
