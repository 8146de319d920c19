import { Link } from 'wouter';
import { desk } from '#features/desk';
import { useRoute } from '#ui';
import { texts } from '../texts.ts';

/** The next project that waits for its report, so that nobody goes back to search for it. */
export function NextReport({ after }: { readonly after: string }) {
  const { data } = useRoute(desk, {});
  const next = data?.waiting
    .filter(({ kind }) => kind === 'returned' || kind === 'report')
    .flatMap(({ rows }) => rows)
    .find(({ projectId }) => projectId !== after);
  if (!next) return null;
  return (
    <Link href={`/projects/${next.projectId}/months/${next.month}`}>
      {texts.next}：{next.name}
    </Link>
  );
}
