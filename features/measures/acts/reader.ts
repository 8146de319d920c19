import type { City } from '#access';
import type { PolicyDocument, UnitDictionary } from '#features/policy';

/** The city's units as the reader knows them; their ids are those of the organisations. */
export type KnownUnits = Pick<UnitDictionary, 'organisations' | 'groups'>;

export type ReadPolicyFile = {
  readonly text: string;
  /** Whether the file itself can be kept; of others their text is. */
  readonly keeps: boolean;
  readonly policy: PolicyDocument;
};

/** Reads a document into measures. It belongs to another feature: the program hands it in. */
export type PolicyReader = (
  city: City,
  file: { readonly name: string; readonly bytes: Uint8Array },
  units: KnownUnits,
) => Promise<ReadPolicyFile>;
