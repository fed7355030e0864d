-- Officers who hold a right are listed by officers_who_may alone: for being told of something, as for being given work.
drop function officers_holding(text, int);
