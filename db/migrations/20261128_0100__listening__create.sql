-- What residents say to their post, and what became of it. The matter carries state, clock and timeline; here stands what was said.
create table opinions (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  -- The meeting in which it was said.
  meeting_id bigint,
  hamlet_id int,
  heading text not null check (heading in ('strength', 'shortcoming', 'cause', 'proposal')),
  voice text not null check (voice in ('room', 'counter', 'anonymous', 'named')),
  said text not null check (length(said) between 1 and 4000),
  taken_at timestamptz not null,
  -- How often its author did not accept the answer.
  contests int not null default 0,
  primary key (commune_id, matter_id)
);
create index opinions_meeting on opinions (commune_id, meeting_id, matter_id) where meeting_id is not null;
create index opinions_hamlet on opinions (commune_id, hamlet_id, taken_at);
create index opinions_taken on opinions (commune_id, taken_at, matter_id);

-- Answers and what the author said against them. Nobody mends one; a later row follows.
create table opinion_turns (
  commune_id int not null,
  matter_id bigint not null,
  seq int not null,
  province_id int not null,
  kind text not null check (kind in ('answer', 'onSpot', 'contest')),
  words text not null check (length(words) between 1 and 4000),
  at timestamptz not null,
  by_id int not null,
  primary key (commune_id, matter_id, seq)
);

-- What the public page of a hamlet says: words that somebody answers for, never the resident's own without a look at them.
create table public_words (
  commune_id int not null,
  id bigint generated always as identity,
  province_id int not null,
  matter_id bigint not null,
  hamlet_id int,
  said text not null check (length(said) between 1 and 500),
  done text not null check (length(done) between 1 and 1000),
  published_at timestamptz not null,
  published_by int not null,
  withdrawn_at timestamptz,
  primary key (commune_id, id)
);
create unique index public_words_matter on public_words (commune_id, matter_id) where withdrawn_at is null;
create index public_words_hamlet on public_words (commune_id, hamlet_id, published_at, id) where withdrawn_at is null;

create table meetings (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  public_ref text not null,
  kind text not null check (kind in ('forum', 'hamlet', 'cell')),
  topic text not null,
  hamlet_id int,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Who chairs and who was asked to come along: offices, not persons.
  hosts text not null,
  agenda text not null,
  called_off_at timestamptz,
  -- What the chair said at the end.
  conclusion text,
  primary key (commune_id, matter_id),
  check (ends_at > starts_at)
);
create index meetings_start on meetings (commune_id, starts_at, matter_id);
create unique index meetings_ref on meetings (public_ref);

-- Who came, by household, as it was called out. The name is sealed.
create table meeting_households (
  commune_id int not null,
  meeting_id bigint not null,
  number int not null check (number > 0),
  province_id int not null,
  sealed bytea not null,
  people int not null check (people between 1 and 50),
  noted_at timestamptz not null,
  noted_by int not null,
  primary key (commune_id, meeting_id, number)
);

create table commitments (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  meeting_id bigint,
  opinion_id bigint,
  hamlet_id int,
  promise text not null check (length(promise) between 1 and 1000),
  due_on date not null,
  -- What was done, or why not.
  report text,
  reported_at timestamptz,
  primary key (commune_id, matter_id)
);
create index commitments_hamlet on commitments (commune_id, hamlet_id, due_on, matter_id);
create index commitments_meeting on commitments (commune_id, meeting_id, matter_id) where meeting_id is not null;
create index commitments_due on commitments (commune_id, due_on, matter_id);

-- Letters of complaint, denunciation, petition and feedback. What a letter says is sealed: it names people.
create table citizen_letters (
  commune_id int not null,
  matter_id bigint not null,
  province_id int not null,
  received_on date not null,
  kind text check (kind in ('complaint', 'denunciation', 'petition', 'feedback', 'mixed')),
  people int not null check (people > 0),
  sealed bytea not null,
  handled_before text,
  competent boolean,
  guidance text,
  forwarded_to text,
  result text,
  remark text,
  -- The mixed letter that this one was taken out of.
  parent_id bigint,
  primary key (commune_id, matter_id)
);
create index citizen_letters_book on citizen_letters (commune_id, received_on, matter_id);
create index citizen_letters_parent on citizen_letters (commune_id, parent_id) where parent_id is not null;

do $$
declare t text;
begin
  foreach t in array array['opinions', 'opinion_turns', 'public_words', 'meetings', 'meeting_households', 'commitments', 'citizen_letters'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %1$s_read on %1$I for select to scope_commune using (commune_id = app_commune() and ''listening'' = any (app_regimes()))', t);
  end loop;
end $$;

create policy opinions_take on opinions for insert to scope_commune
  with check (commune_id = app_commune() and (app_may('listening.receive', commune_id, province_id) or app_may('listening.handIn', commune_id, province_id)));
create policy opinions_count on opinions for update to scope_commune
  using (commune_id = app_commune() and 'listening' = any (app_regimes()))
  with check (commune_id = app_commune() and (app_may('listening.receive', commune_id, province_id) or app_may('listening.handIn', commune_id, province_id)));
create policy opinion_turns_add on opinion_turns for insert to scope_commune
  with check (commune_id = app_commune() and by_id = app_actor() and case kind
    when 'contest' then app_may('listening.receive', commune_id, province_id) or app_may('listening.handIn', commune_id, province_id)
    else app_may('listening.answer', commune_id, province_id) end);
create policy public_words_publish on public_words for insert to scope_commune
  with check (commune_id = app_commune() and published_by = app_actor() and app_may('listening.publish', commune_id, province_id));
create policy public_words_withdraw on public_words for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('listening.publish', commune_id, province_id));
create policy meetings_plan on meetings for insert to scope_commune
  with check (commune_id = app_commune() and app_may('listening.receive', commune_id, province_id));
create policy meetings_change on meetings for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('listening.receive', commune_id, province_id));
create policy meeting_households_note on meeting_households for insert to scope_commune
  with check (commune_id = app_commune() and noted_by = app_actor() and app_may('listening.receive', commune_id, province_id));
create policy commitments_make on commitments for insert to scope_commune
  with check (commune_id = app_commune() and app_may('listening.receive', commune_id, province_id));
create policy commitments_report on commitments for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('listening.answer', commune_id, province_id));
create policy citizen_letters_take on citizen_letters for insert to scope_commune
  with check (commune_id = app_commune() and app_may('listening.receive', commune_id, province_id));
create policy citizen_letters_sort on citizen_letters for update to scope_commune
  using (commune_id = app_commune()) with check (commune_id = app_commune() and app_may('listening.answer', commune_id, province_id));

-- Whoever holds a receipt reads what she said and what was answered; everybody reads what was published, and which meetings are open to all.
create policy opinions_held on opinions for select to scope_public using (commune_id = app_commune() and matter_id = app_matter());
create policy opinion_turns_held on opinion_turns for select to scope_public using (commune_id = app_commune() and matter_id = app_matter());
create policy public_words_public on public_words for select to scope_public using (commune_id = app_commune() and withdrawn_at is null);
create policy meetings_public on meetings for select to scope_public using (commune_id = app_commune() and kind <> 'cell');

grant select, insert on opinions, opinion_turns, meetings, meeting_households, commitments, citizen_letters to scope_commune;
grant select on public_words to scope_commune;
grant insert (commune_id, province_id, matter_id, hamlet_id, said, done, published_at, published_by) on public_words to scope_commune;
grant update (withdrawn_at) on public_words to scope_commune;
grant update (contests) on opinions to scope_commune;
grant update (topic, place, starts_at, ends_at, hosts, agenda, called_off_at, conclusion) on meetings to scope_commune;
grant update (report, reported_at) on commitments to scope_commune;
grant update (kind, handled_before, competent, guidance, forwarded_to, result, remark) on citizen_letters to scope_commune;
grant select on opinions to scope_public;
grant select (commune_id, matter_id, seq, kind, words, at) on opinion_turns to scope_public;
grant select (commune_id, id, hamlet_id, said, done, published_at, withdrawn_at) on public_words to scope_public;
grant select (commune_id, matter_id, public_ref, kind, topic, hamlet_id, place, starts_at, ends_at, hosts, agenda, called_off_at) on meetings to scope_public;
