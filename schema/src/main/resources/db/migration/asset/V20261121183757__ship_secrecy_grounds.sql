-- Grounds for secrecy (offentlighets- och sekretesslagen 2009:400) that a register of information meets. The law's
-- own data, the same for every tenant; what each protects is the message `asset.ground.<code>`.
create table asset.secrecy_ground (
  code      text primary key check (code ~ '^[0-9]+-[0-9]+[a-z]?$'),
  provision text not null,
  harm_test text not null check (harm_test in ('straight', 'reverse', 'absolute', 'mixed')),
  max_years integer,
  position  integer not null unique,
  from_day  date not null,
  to_day    date check (to_day >= from_day)
);

insert into asset.secrecy_ground (code, provision, harm_test, max_years, position, from_day) values
  ('18-8',   'OSL 18 kap. 8 §',   'straight', null, 10, '2009-06-30'),
  ('18-8b',  'OSL 18 kap. 8 b §', 'reverse',  40,   20, '2026-01-15'),
  ('18-9',   'OSL 18 kap. 9 §',   'straight', null, 30, '2009-06-30'),
  ('18-13',  'OSL 18 kap. 13 §',  'straight', null, 40, '2009-06-30'),
  ('18-13a', 'OSL 18 kap. 13 a §', 'straight', null, 50, '2025-07-01'),
  ('17-1',   'OSL 17 kap. 1 §',   'straight', null, 60, '2009-06-30'),
  ('19-1',   'OSL 19 kap. 1 §',   'straight', 20,   70, '2009-06-30'),
  ('19-3',   'OSL 19 kap. 3 §',   'mixed',    null, 80, '2009-06-30'),
  ('21-1',   'OSL 21 kap. 1 §',   'straight', 70,   90, '2009-06-30'),
  ('21-3',   'OSL 21 kap. 3 §',   'straight', null, 100, '2009-06-30'),
  ('21-7',   'OSL 21 kap. 7 §',   'straight', null, 110, '2009-06-30'),
  ('23-1',   'OSL 23 kap. 1 §',   'reverse',  70,   120, '2009-06-30'),
  ('23-2',   'OSL 23 kap. 2 §',   'mixed',    70,   130, '2009-06-30'),
  ('25-1',   'OSL 25 kap. 1 §',   'reverse',  70,   140, '2009-06-30'),
  ('26-1',   'OSL 26 kap. 1 §',   'reverse',  70,   150, '2009-06-30'),
  ('31-16',  'OSL 31 kap. 16 §',  'straight', 20,   160, '2009-06-30'),
  ('38-7',   'OSL 38 kap. 7 §',   'straight', 20,   170, '2009-06-30'),
  ('39-2',   'OSL 39 kap. 2 §',   'mixed',    50,   180, '2009-06-30'),
  ('39-3',   'OSL 39 kap. 3 §',   'mixed',    50,   190, '2009-06-30'),
  ('40-5',   'OSL 40 kap. 5 §',   'absolute', null, 200, '2009-06-30');
