import { describe, expect, test } from 'vitest';
import { chooseFaces, substitutionWarning } from '../faces.ts';

const noto = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];

describe('the typefaces of the standard', () => {
  test('are taken where they are, and nothing is warned of', () => {
    const chosen = chooseFaces(
      new Set(['仿宋_GB2312', 'FZXiaoBiaoSong-B05S', 'SimHei', 'KaiTi', 'SimSun', ...noto]),
    );
    expect(chosen).toEqual({
      families: {
        ...{
          fangsong: '仿宋_GB2312',
          title: 'FZXiaoBiaoSong-B05S',
          hei: 'SimHei',
          kai: 'KaiTi',
          song: 'SimSun',
        },
      },
      substitutions: [],
    });
    expect(substitutionWarning(chosen!.substitutions)).toBeUndefined();
  });

  test('where missing are named with what stands for them', () => {
    const chosen = chooseFaces(new Set(['FangSong', 'SimHei', 'SimSun', ...noto]))!;
    expect(chosen.families).toMatchObject({
      fangsong: 'FangSong',
      title: 'Noto Serif CJK SC',
      hei: 'SimHei',
    });
    const warning = substitutionWarning(chosen.substitutions)!;
    expect(warning).toContain('方正小标宋简体（以 Noto Serif CJK SC 代替）');
    expect(warning).toContain('楷体_GB2312（以 Noto Serif CJK SC 代替）');
    expect(warning).not.toContain('仿宋');
  });

  test('without any Chinese family there is no choice', () => {
    expect(chooseFaces(new Set(['DejaVu Serif']))).toBeUndefined();
  });
});
