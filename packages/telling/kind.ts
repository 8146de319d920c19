const declared = new Map<string, string>();

/** Declares the kinds of messages a feature tells, each with the Chinese name people choose it by. */
export function defineTellingKinds<const T extends Readonly<Record<string, string>>>(kinds: T): T {
  for (const [kind, name] of Object.entries(kinds)) {
    if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(kind)) throw new Error(`not a kind of message: ${kind}`);
    declared.set(kind, name);
  }
  return kinds;
}

/** Every kind with its name, in the order of declaration. */
export function tellingKinds(): readonly { readonly kind: string; readonly name: string }[] {
  return [...declared].map(([kind, name]) => ({ kind, name }));
}

export function tellingKindName(kind: string): string {
  return declared.get(kind) ?? kind;
}

/** A kind nobody declared could not be chosen or muted: a defect of the teller. */
export function ensureDeclared(kind: string): void {
  if (!declared.has(kind)) throw new Error(`declare the kind of message "${kind}" with defineTellingKinds`);
}
