import { type CSSProperties, useSyncExternalStore } from 'react';

const drawnFor = { width: 1920, height: 1080 } as const;

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** How much larger or smaller than drawn the wall has to be shown to fill the screen. */
function fitOf(): number {
  return Math.min(window.innerWidth / drawnFor.width, window.innerHeight / drawnFor.height);
}

export function useFit(): CSSProperties {
  return { '--fit': useSyncExternalStore(subscribe, fitOf) } as CSSProperties;
}
