import { Fragment, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useNarrow } from './narrow.ts';

/** A place to go, below a heading where it has one; those of one heading stand together. */
export type NavItem = { readonly path: string; readonly name: string; readonly heading: string | undefined };

/** As many as fit at the thumb; the rest opens above them. */
const atThumb = 4;

/** A column on a desk; on a phone a bar at the bottom. */
export function Navigation({ items }: { readonly items: readonly NavItem[] }) {
  const narrow = useNarrow();
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [location]);
  const folded = narrow && items.length > atThumb + 1;
  return (
    <nav className="frame-nav" aria-label="主导航">
      {narrow ? (
        items
          .slice(0, folded ? atThumb : items.length)
          .map((item) => <NavLink key={item.path} item={item} location={location} />)
      ) : (
        <Headed items={items} location={location} />
      )}
      {folded ? (
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          更多
        </button>
      ) : null}
      {folded && open ? (
        <div className="frame-more">
          <Headed items={items.slice(atThumb)} location={location} />
        </div>
      ) : null}
    </nav>
  );
}

function Headed({ items, location }: { readonly items: readonly NavItem[]; readonly location: string }) {
  return items.map((item, at) => (
    <Fragment key={item.path}>
      {item.heading && item.heading !== items[at - 1]?.heading ? (
        <div className="frame-heading">{item.heading}</div>
      ) : null}
      <NavLink item={item} location={location} />
    </Fragment>
  ));
}

function NavLink({ item: { path, name }, location }: { readonly item: NavItem; readonly location: string }) {
  const here = location === path || (path !== '/' && location.startsWith(`${path}/`));
  return (
    <Link href={path} aria-current={here ? 'page' : undefined}>
      {name}
    </Link>
  );
}
