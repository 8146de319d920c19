-- $1 city, $2 hash of the token
select s.session_id, s.expires_at, s.last_seen_at, a.account_id, a.display_name, a.disabled_at, g.role, g.org_id
from city.session s
join city.account a on a.city_id = s.city_id and a.account_id = s.account_id
left join city.role_grant g on g.city_id = s.city_id and g.account_id = s.account_id and g.to_on is null
where s.city_id = $1 and s.token_hash = $2
