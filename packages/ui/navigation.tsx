import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useNarrow } from './narrow.ts';

export type NavItem = { readonly path: string; readonly name: string };

/** As many as fit at the thumb; the rest opens above them. */
const atThumb = 4;

/** A column on a desk; on a phone a bar at the bottom. */
export function Navigation({ items }: { readonly items: readonly NavItem[] }) {
  const narrow = useNarrow();
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [location]);
  const folded = narrow && items.length > atThumb + 1;
  const shown = folded ? items.slice(0, atThumb) : items;
  return (
    <nav className="frame-nav" aria-label="主导航">
      {shown.map((item) => (
        <NavLink key={item.path} item={item} location={location} />
      ))}
      {folded ? (
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          更多
        </button>
      ) : null}
      {folded && open ? (
        <div className="frame-more">
          {items.slice(atThumb).map((item) => (
            <NavLink key={item.path} item={item} location={location} />
          ))}
        </div>
      ) : null}
    </nav>
  );
}

function NavLink({ item: { path, name }, location }: { readonly item: NavItem; readonly location: string }) {
  const here = location === path || (path !== '/' && location.startsWith(`${path}/`));
  return (
    <Link href={path} aria-current={here ? 'page' : undefined}>
      {name}
    </Link>
  );
}
