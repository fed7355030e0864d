-- Words whose opinion its author opened again say so until it is answered once more: residents read no matter but their own.
alter table public_words add contested_at timestamptz;
grant select (contested_at) on public_words to scope_public;
grant insert (contested_at), update (contested_at) on public_words to scope_commune;

-- Whoever takes an objection in, or answers it, marks the words that stand. Taking words down, or back, stays with whoever publishes: of two policies each gives its own half.
alter policy public_words_withdraw on public_words using (commune_id = app_commune() and app_may('listening.publish', commune_id, province_id));
create policy public_words_contest on public_words for update to scope_commune
  using (commune_id = app_commune() and withdrawn_at is null)
  with check (commune_id = app_commune() and withdrawn_at is null and (app_may('listening.receive', commune_id, province_id)
    or app_may('listening.handIn', commune_id, province_id) or app_may('listening.answer', commune_id, province_id)));
