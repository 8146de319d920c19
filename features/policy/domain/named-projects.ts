import { matchesIn, type Place, placeOf, printedOf, type Script, type Span } from './script.ts';

/** A project or site that a measure calls by its name. */
export type NamedProject = { readonly name: string; readonly place: Place; readonly confidence: number };

const verbs = '(?:加快|推进|推动|实施|建设|启动|打造|完成|支持|确保|做好|开工|抓好)+(?:推进|建设|实施|启动)?';
const listed = new RegExp(
  `${verbs}([^，。；：]{4,160}?)等(?:\\d+个)?[^，。；：]{0,24}?(?:项目|工程)(?!谋划|储备|前期|清单|库)`,
  'g',
);

/** 加快推进甲、乙、丙等…项目: the names in the list. Single projects are left to a person. */
export function projectsIn(script: Script, span: Span): NamedProject[] {
  return matchesIn(script, span, listed).flatMap(({ match, span: found }) => {
    const from = found.start + match[0].indexOf(match[1]!);
    const names: NamedProject[] = [];
    let start = from;
    for (const piece of match[1]!.split('、')) {
      const own = { start, end: start + piece.length };
      start = own.end + 1;
      const proper =
        piece.length >= 4 &&
        piece.length <= 26 &&
        !/^(?:一批|若干|各类|重点|重大|[的和与及对将]|\d)|^(?:基础设施|民生工程|民生建设)$/.test(piece);
      if (proper) names.push({ name: printedOf(script, own), place: placeOf(script, own), confidence: 0.6 });
    }
    return match[1]!.includes('、') && !/^[的和与及对将]/.test(match[1]!) ? names : [];
  });
}
