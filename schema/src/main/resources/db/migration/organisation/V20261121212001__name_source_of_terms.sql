-- On what ground the council or the boards sit just so long: the act, or the decision that sets another time.
alter table organisation.term_of_office add column source text not null default '';
