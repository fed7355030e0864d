-- Foreign keys between tenant tables carry the commune, so that a row never points across a border.
alter table tickets add constraint tickets_appointment foreign key (commune_id, appointment_id) references appointments (commune_id, id);
alter table ticket_events add constraint ticket_events_ticket foreign key (commune_id, ticket_id) references tickets (commune_id, id);
