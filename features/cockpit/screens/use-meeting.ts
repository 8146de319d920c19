import { useLocation, useSearch } from 'wouter';

/** Meeting mode stands in the address: a projector that opens it again names nobody either. */
export function useMeeting(): readonly [meeting: boolean, search: string, set: (on: boolean) => void] {
  const [path, go] = useLocation();
  const meeting = new URLSearchParams(useSearch()).get('meeting') === '1';
  const set = (on: boolean) => go(on ? `${path}?meeting=1` : path, { replace: true });
  return [meeting, meeting ? '?meeting=1' : '', set];
}
