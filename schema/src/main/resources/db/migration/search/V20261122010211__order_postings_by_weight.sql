-- The best places of a word come first, so that a search stops at enough of them. The words of a record lie together, so
-- that the other words asked for are looked up in the few records that hold the rarest.
alter table search.posting drop constraint posting_pkey;
alter table search.posting add primary key (tenant_id, kind, record_id, word) include (weight);
drop index search.posting_tenant_id_kind_record_id_idx;
create index posting_by_weight on search.posting (tenant_id, word, weight desc, record_id)
  include (kind, unit_id, body_id);
