-- Facts about this deployment, by key: that the demo world is complete, for instance. Written by the owner, read by nobody else.
create table deployment (
  key text primary key,
  value text not null,
  at timestamptz not null default now()
);
alter table deployment enable row level security;
alter table deployment force row level security;
create policy deployment_gate on deployment for select to scope_gate using (true);
grant select on deployment to scope_gate;
