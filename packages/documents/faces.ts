/** The typefaces the standard asks for, by use. */
export type Face = 'fangsong' | 'title' | 'hei' | 'kai' | 'song';

type FaceDefinition = {
  /** As office machines and word processors call it. */
  readonly name: string;
  /** Families that are this face, best first. */
  readonly families: readonly string[];
  /** What is taken where none of them is there. */
  readonly instead: readonly string[];
};

const serif = ['Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC', 'AR PL UMing CN'];
const sans = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', 'WenQuanYi Zen Hei'];

export const faces: Readonly<Record<Face, FaceDefinition>> = {
  fangsong: {
    name: '仿宋_GB2312',
    families: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', 'FZFangSong-Z02S'],
    instead: [...serif, ...sans],
  },
  title: {
    name: '方正小标宋简体',
    families: [
      ...['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK'],
      ...['FZXiaoBiaoSong-B05', '小标宋', '方正小标宋'],
    ],
    instead: [...serif, ...sans],
  },
  hei: {
    name: '黑体',
    families: ['黑体', 'SimHei', 'STHeiti', 'FZHei-B01S', '方正黑体简体'],
    instead: [...sans, ...serif],
  },
  kai: {
    name: '楷体_GB2312',
    families: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti', 'FZKai-Z03S', 'AR PL UKai CN'],
    instead: [...serif, ...sans],
  },
  song: {
    name: '宋体',
    families: ['宋体', 'SimSun', 'NSimSun', 'STSong', 'FZShuSong-Z01S'],
    instead: [...serif, ...sans],
  },
};

export const allFaces = Object.keys(faces) as readonly Face[];

export type Substitution = { readonly wanted: string; readonly used: string };

export type ChosenFaces = {
  readonly families: Readonly<Record<Face, string>>;
  readonly substitutions: readonly Substitution[];
};

/** Of the families there are, the one for each face; undefined where there is no Chinese family at all. */
export function chooseFaces(available: ReadonlySet<string>): ChosenFaces | undefined {
  const substitutions: Substitution[] = [];
  const families: Partial<Record<Face, string>> = {};
  for (const face of allFaces) {
    const { name, families: real, instead } = faces[face];
    const own = real.find((family) => available.has(family));
    const used = own ?? instead.find((family) => available.has(family));
    if (used === undefined) return undefined;
    families[face] = used;
    if (own === undefined) substitutions.push({ wanted: name, used });
  }
  return { families: families as Record<Face, string>, substitutions };
}

/** For the reader of the document: which typefaces of the standard were not at hand, and what stands for them. */
export function substitutionWarning(substitutions: readonly Substitution[]): string | undefined {
  if (substitutions.length === 0) return undefined;
  const pairs = substitutions.map(({ wanted, used }) => `${wanted}（以 ${used} 代替）`).join('、');
  return `本机缺少公文规定字体：${pairs}。正式印发前请把这些字体放进数据目录的 fonts 文件夹，再重新生成`;
}
