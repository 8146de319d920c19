import { type ComponentType, lazy, Suspense } from 'react';
import { Loading, type ScreenDeclaration, type ScreenProps } from '#ui';

const loaded = new Map<ScreenDeclaration, ComponentType<ScreenProps>>();

function screenOf(screen: ScreenDeclaration): ComponentType<ScreenProps> {
  const known = loaded.get(screen);
  if (known) return known;
  const made = lazy(async () => ({ default: (await screen.load()).Screen }));
  loaded.set(screen, made);
  return made;
}

type ScreenAtProps = { readonly screen: ScreenDeclaration; readonly params: ScreenProps['params'] };

/** A screen, loaded when first shown; other parameters make it a new one. */
export function ScreenAt({ screen, params }: ScreenAtProps) {
  const Screen = screenOf(screen);
  return (
    <Suspense fallback={<Loading />}>
      <Screen key={JSON.stringify(params)} params={params} />
    </Suspense>
  );
}
