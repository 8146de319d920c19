import { Shown, useRoute } from '#ui';
import { type PublicKind, publicForm } from '../../contract.ts';
import { PetitionForm } from './petition-form.tsx';
import { usePlace } from './place.ts';
import { PlainPage } from './plain-page.tsx';

/** The page on which one kind is raised. */
export function RaisePage({ kind }: { readonly kind: PublicKind }) {
  const place = usePlace();
  const form = useRoute(publicForm, { cityId: place.cityId });
  const languages = form.data?.kinds.find(({ id }) => id === kind)?.languages ?? [];
  const title = place.words.kinds[kind];
  return (
    <PlainPage place={place} title={form.data ? `${form.data.city} · ${title}` : title} languages={languages}>
      <Shown query={form}>{(data) => <PetitionForm place={place} form={data} kind={kind} />}</Shown>
    </PlainPage>
  );
}
