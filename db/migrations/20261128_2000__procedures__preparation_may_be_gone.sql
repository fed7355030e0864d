-- A preparation may be gone before the dossier that it became is received: its holder took it away after it was scanned, or it ran out. Its
-- answers are in the intake by then, so nothing has to be there any more; the number stays, so that one preparation becomes one dossier.
alter table dossiers drop constraint dossiers_preparation_kept;
