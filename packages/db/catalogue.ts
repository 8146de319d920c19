import type { Db } from './connection.ts';
import { asOwner } from './owner.ts';

/** Tables that belong to no city, reviewed one by one. */
const platformTables = ['migration', 'holiday_notice', 'job'];

type Finding = { readonly finding: string };

/**
 * What breaks the rule of keys and rows: in schema `city`, city_id leads every key and index, and row security
 * stands on every table; the program's role owns nothing, empties nothing, and passes no policy.
 */
export async function checkCatalogue(db: Db, reviewed: readonly string[] = []): Promise<readonly string[]> {
  const allowed = [...platformTables, ...reviewed];
  return asOwner(db, async (client) => {
    const findings: string[] = [];
    for (const rule of rules) {
      const found = await client.query<Finding>(rule.text, rule.takesAllowed ? [allowed] : []);
      findings.push(...found.rows.map((row) => row.finding));
    }
    return findings.sort();
  });
}

const cityTables = `
  select t.oid, 'city.' || t.relname as name, t.relrowsecurity, t.relowner
  from pg_class t where t.relnamespace = 'city'::regnamespace and t.relkind in ('r', 'p')`;

type Rule = { readonly text: string; readonly takesAllowed?: true };

const rules: readonly Rule[] = [
  {
    text: `with t as (${cityTables})
      select t.name || ': no column city_id integer not null' as finding from t
      where not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'city_id'
        and a.atttypid = 'integer'::regtype and a.attnotnull and not a.attisdropped)`,
  },
  {
    text: `with t as (${cityTables})
      select t.name || ': no primary key' as finding from t
      where not exists (select 1 from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')`,
  },
  {
    text: `with t as (${cityTables})
      select t.name || ': constraint ' || c.conname || ' does not begin with city_id' as finding
      from t join pg_constraint c on c.conrelid = t.oid and c.contype in ('p', 'u', 'f', 'x')
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
      where a.attname is distinct from 'city_id'`,
  },
  {
    text: `with t as (${cityTables})
      select t.name || ': foreign key ' || c.conname || ' does not lead to city_id of a city table' as finding
      from t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
      left join pg_attribute a on a.attrelid = c.confrelid and a.attnum = c.confkey[1]
      where a.attname is distinct from 'city_id' or not exists (select 1 from t other where other.oid = c.confrelid)`,
  },
  {
    text: `with t as (${cityTables})
      select t.name || ': index ' || i.indexrelid::regclass || ' does not begin with city_id' as finding
      from t join pg_index i on i.indrelid = t.oid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname is distinct from 'city_id'`,
  },
  {
    text: `with t as (${cityTables})
      select t.name || ': row security is off' as finding from t where not t.relrowsecurity
      union all
      select t.name || ': no policy' from t where not exists (select 1 from pg_policy p where p.polrelid = t.oid)
      union all
      select t.name || ': policy ' || p.polname || ' does not ask for the current city'
      from t join pg_policy p on p.polrelid = t.oid
      where coalesce(pg_get_expr(p.polqual, p.polrelid), 'current_city') not like '%current_city%'
         or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'current_city') not like '%current_city%'`,
  },
  {
    text: `select 'city.' || v.relname || ': a view without security_invoker shows every city' as finding
      from pg_class v where v.relnamespace = 'city'::regnamespace and v.relkind = 'v'
        and not coalesce(v.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)
      union all
      select 'city.' || v.relname || ': a materialised view knows no row security'
      from pg_class v where v.relnamespace = 'city'::regnamespace and v.relkind = 'm'`,
  },
  {
    text: `select n.nspname || '.' || t.relname || ': guatu_app ' || p.word as finding
      from pg_class t join pg_namespace n on n.oid = t.relnamespace and n.nspname in ('city', 'platform')
      cross join lateral (
        select 'owns it' as word where t.relowner = 'guatu_app'::regrole
        union all
        select 'may truncate it' where t.relkind in ('r', 'p') and has_table_privilege('guatu_app', t.oid, 'truncate')
        union all
        select 'may add triggers to it' where t.relkind in ('r', 'p') and has_table_privilege('guatu_app', t.oid, 'trigger')
      ) p
      where t.relkind in ('r', 'p', 'v', 'm', 'S')`,
  },
  {
    text: `select 'guatu_app ' || p.word as finding from pg_roles r cross join lateral (
        select 'is a superuser' as word where r.rolsuper
        union all select 'passes row security' where r.rolbypassrls
        union all select 'may create in schema ' || n.nspname from pg_namespace n
          where n.nspname in ('city', 'platform') and has_schema_privilege('guatu_app', n.oid, 'create')
      ) p where r.rolname = 'guatu_app'`,
  },
  {
    text: `select p.oid::regprocedure || ': runs as its owner without a search_path of its own' as finding
      from pg_proc p where p.pronamespace in ('city'::regnamespace, 'platform'::regnamespace) and p.prosecdef
        and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')`,
  },
  {
    text: `select 'platform.' || t.relname || ': not among the reviewed tables without a city' as finding
      from pg_class t where t.relnamespace = 'platform'::regnamespace and t.relkind in ('r', 'p')
        and not t.relname::text = any ($1::text[])`,
    takesAllowed: true,
  },
];
