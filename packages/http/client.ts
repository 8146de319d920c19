/** What contracts, screens and the command line may use: nothing here needs a server. */
export { CallRefused } from './call-refused.ts';
export {
  DayText,
  dayText,
  FenText,
  fenText,
  InstantText,
  idText,
  MonthText,
  monthText,
  oneOf,
  orNull,
  secretText,
} from './field.ts';
export type { ReceivedFile, SentFile } from './file.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  makeClient,
  newIdempotencyKey,
} from './make-client.ts';
export { Page, PageInput, type PageWindow, pageWindow } from './page.ts';
export {
  type AnswerOf,
  Done,
  defineRoute,
  done,
  type HandledInputOf,
  type InputOf,
  Nothing,
  type OutputOf,
  type Route,
  type RouteDeclaration,
} from './route.ts';
export { ensureVersion, Versioned } from './version.ts';
