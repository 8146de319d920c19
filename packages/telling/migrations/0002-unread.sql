-- The mark beside the name asks for this on every screen.
create index inbox_unread on city.inbox (city_id, account_id, inbox_id) where read_at is null;
