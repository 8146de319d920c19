export { type ReadDocument, readDocument } from './read-document.ts';
