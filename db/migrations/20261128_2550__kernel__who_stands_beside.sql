-- Whether a guardian stands beside a person, and whether an interpreter does, is open as her being a minor is: a paper keeps a place for
-- their signatures, and a minor without a guardian is asked after. Who they are stays sealed. Null: written before this was kept.
alter table identities add column guarded boolean, add column interpreted boolean;
grant select (guarded, interpreted), insert (guarded, interpreted) on identities to scope_commune;
