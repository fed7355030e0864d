alter table contacts add constraint contacts_officer foreign key (officer_id) references accounts (id);
