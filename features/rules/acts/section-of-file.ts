import { ensure, refuse } from '#kernel/refusal';
import { type Pack, type PackSection, sectionReading } from '#pack';
import '../refusals.ts';
import { sectionNames } from '../texts.ts';

/** Who may propose and approve: rights are the security administrator's, everything else the coordinators'. */
export type OverlayKind = 'business' | 'roles';

/** Parts of a pack that are not edited as a file of the city, and where they are. */
const elsewhere: Readonly<Record<string, string>> = {
  city: '市的编号、名称和项目编号前缀写进了已有的项目编号，建市后不能改',
  calendar: '放假通知全国统一，随程序发布；新的通知请系统管理员用 guatu holidays load 载入',
  demonstration: '演示数据只用于演示',
  organisations: '请在“单位”中逐个修改，与市包的差异见“单位与市包的差异”',
};

export function whereElse(sectionId: string): string | undefined {
  return elsewhere[sectionId];
}

export function nameOfSection(section: Pick<PackSection<unknown>, 'id' | 'files'>): string {
  return sectionNames[section.id] ?? section.files[0] ?? section.id;
}

/** The section a city's own file belongs to; refuses what nothing reads or what is edited elsewhere. */
export function sectionOfFile(pack: Pack, file: string): PackSection<unknown> {
  const section = file.includes('..') ? undefined : sectionReading(pack, file);
  if (!section) refuse('overlay.no_such_file', { file });
  const where = whereElse(section.id);
  ensure(where === undefined, 'overlay.elsewhere', { name: nameOfSection(section), where });
  return section;
}

export function kindOf(section: Pick<PackSection<unknown>, 'id'>): OverlayKind {
  return section.id === 'roles' ? 'roles' : 'business';
}
