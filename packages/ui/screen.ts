import type { ComponentType } from 'react';

/** A screen of a feature. It shows only to whom `action` is allowed; the server refuses the rest anyway. */
export type ScreenDeclaration = {
  /** Pattern of the address, `/projects/:projectId`. */
  readonly path: string;
  readonly name: string;
  /** The permission that opens it; `signed-in` for everybody with an account, `public` for everybody. */
  readonly action: string;
  /**
   * Place in the main navigation, lowest first; the hundreds say under which heading. Absent for screens reached from
   * others.
   */
  readonly nav?: number;
  /** Fills the whole screen, without head and navigation: a wall. */
  readonly whole?: true;
  /** The module's `Screen`, loaded when first shown. Path parameters arrive as `params`. */
  readonly load: () => Promise<{ readonly Screen: ComponentType<ScreenProps> }>;
};

export type ScreenProps = { readonly params: Readonly<Record<string, string>> };

export function defineScreens(screens: readonly ScreenDeclaration[]): readonly ScreenDeclaration[] {
  return screens;
}
