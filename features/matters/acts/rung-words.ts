import { type DeclaredMatter, limitText, type Rung } from '#engines/matters';

/** What makes a rung fire, as the ladder's page says it. */
export function rungWords(definition: DeclaredMatter, { when }: Rung): string {
  switch (when.kind) {
    case 'due-in':
      return `${clockName(definition, when.clock)}到期前 ${limitText(when.before)}`;
    case 'overdue':
      return `${clockName(definition, when.clock)}超期 ${when.days} ${when.unit === 'day' ? '天' : '个工作日'}`;
    case 'bounces':
      return `转办满 ${when.count} 次`;
    case 'redos':
      return `重办满 ${when.count} 次`;
  }
}

export function clockName(definition: DeclaredMatter, clock: string): string {
  return definition.clocks[clock]?.text ?? clock;
}
