export { calendarSection, readNoticeFile } from './calendar-section.ts';
export { CityFile, citySection } from './city-section.ts';
export {
  type CsvColumn,
  integerColumn,
  listColumn,
  oneOfColumn,
  optionalDayColumn,
  optionalTextColumn,
  parsedColumn,
  splitList,
  textColumn,
} from './csv-column.ts';
export type { DemonstrationProject } from './demonstration-project.ts';
export type { DemonstrationReport } from './demonstration-report.ts';
export { type DemonstrationYear, demonstrationSection } from './demonstration-section.ts';
export { checkPack, loadPack } from './load-pack.ts';
export {
  changeProblems,
  overlayPack,
  packTexts,
  sectionReading,
  shippedPack,
  withFile,
} from './overlay-pack.ts';
export { cityPacks, packDirs, shippedPacks } from './pack-dirs.ts';
export type { ConditionNames, PackFiles, Replaced } from './pack-files.ts';
export { type PackPlace, type PackProblem, problemText } from './pack-problem.ts';
export { definePackSection, type Pack, type PackSection, sectionOf } from './pack-section.ts';
export type { CsvColumns, CsvRow } from './read-csv.ts';
export { readPack } from './read-pack.ts';
export type { PackYaml, YamlPath } from './read-yaml.ts';
export { yamlText, yamlValue, yamlWith } from './yaml-text.ts';
