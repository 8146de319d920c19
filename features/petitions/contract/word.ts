/** What may be raised without an account. */
export const publicKinds = ['appeal', 'aid', 'foreign-complaint'] as const;
export type PublicKind = (typeof publicKinds)[number];

/** What a call may become. */
export const calledKinds = ['hotline', 'aid'] as const;

export const languages = ['zh', 'en', 'ja', 'ko'] as const;
export type Language = (typeof languages)[number];

export const channels = ['portal', 'call', 'ticket'] as const;
