import { languages } from '../contract.ts';
import { FollowForm } from './public/follow-form.tsx';
import { usePlace } from './public/place.ts';
import { PlainPage } from './public/plain-page.tsx';

export function Screen() {
  const place = usePlace();
  return (
    <PlainPage place={place} title={place.words.follow} languages={languages}>
      <section className="panel">
        <FollowForm place={place} />
      </section>
    </PlainPage>
  );
}
