-- What a picture or file shows, in the words of whoever kept it. Sealed: it may name somebody.
alter table incident_custody add column caption_sealed bytea;
