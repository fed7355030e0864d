-- When the plan of a meeting last became what it is: calendars outside tell a newer plan by it. For plans made before this column was there, the day it came is late enough.
alter table meetings add planned_at timestamptz not null default now();
alter table meetings alter planned_at drop default;
grant select (planned_at) on meetings to scope_public;
