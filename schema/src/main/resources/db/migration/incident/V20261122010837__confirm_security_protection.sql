-- A case that held words before the suspicion can be found to be security-protected: the words stay, hidden from everybody.
alter table incident.incident drop constraint incident_check2;
