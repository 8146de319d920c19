import type { PackFiles } from './pack-files.ts';
import type { PackProblem } from './pack-problem.ts';

/**
 * A part of a pack, declared by the engine or feature that uses it. Its functions are methods so that sections of
 * different values go into one list as `PackSection<unknown>`.
 */
export type PackSection<T> = {
  readonly id: string;
  /** Paths or patterns (`calendar/*.yaml`) this section reads; a file nobody claims is a problem. */
  readonly files: readonly string[];
  /** Reads one layer. Called only where the layer holds at least one of the files. */
  read(files: PackFiles): { value: T; problems: PackProblem[] };
  /** The city's layer over what lies below; without it the upper layer replaces the lower. */
  merge?(lower: T, upper: T): T;
  /** The value where no layer holds any of the files; without it their absence is a problem. */
  readonly empty?: T;
  /** Checks that need other sections; runs when all sections are read without problems. */
  check?(value: T, pack: Pack): PackProblem[];
  /**
   * What a person may not change on screen, told from the value before. Asked when a change is proposed and approved,
   * never when a pack is loaded: what was once approved does not fall away because the program has become stricter.
   */
  checkChange?(after: T, before: T): PackProblem[];
};

/** A city's data, stacked from its layers. */
export type Pack = {
  readonly id: string;
  /** GB/T 2260 number of the city. */
  readonly cityId: number;
  readonly name: string;
  /** Leads the keys of its projects, such as `XX-2023-0001`. */
  readonly keyPrefix: string;
  readonly sections: ReadonlyMap<string, unknown>;
  /** What it was read from and by; absent where it was made by hand. */
  readonly source?: PackSource;
  /** The pack without what was changed on screen; absent where nothing was. */
  readonly shipped?: Pack;
  /** The texts that were: by path, in place of files of the topmost layer. */
  readonly replaced?: ReadonlyMap<string, string>;
};

/** The folders of the layers, lowest first, and all that reads them. */
export type PackSource = {
  readonly dirs: readonly string[];
  readonly readers: readonly PackSection<unknown>[];
};

export function definePackSection<T>(section: PackSection<T>): PackSection<T> {
  return section;
}

/** A section that was not loaded is a defect of the wiring, not of the pack. */
export function sectionOf<T>(pack: Pack, section: PackSection<T>): T {
  if (!pack.sections.has(section.id)) throw new Error(`Pack section not loaded: ${section.id}`);
  return pack.sections.get(section.id) as T;
}
