import { desk, phone } from '../../test/support/browser.ts';

export const sizes = [
  ['1440x900', desk],
  ['390x844', phone],
] as const;

export const wall = { width: 1920, height: 1080 } as const;
