/** What telling itself sends; nobody chooses or mutes it. */
export const digestKind = 'telling.digest';
export const testKind = 'telling.test';
