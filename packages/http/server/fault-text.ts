import type { PlaceSchema } from './place.ts';

export type Fault = {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
};

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: ' true（是）或 false（否）',
  array: '列表',
  object: '一组内容',
  null: '空',
};

const formats: Readonly<Record<string, string>> = {
  date: '应为真实的日期，如 2023-05-06',
  'date-time': '应为时间，如 2023-05-06T08:00:00Z',
  uuid: '编号无效',
  email: '应为电子邮箱地址',
  uri: '应为网址',
};

/** The sentence a person reads for one broken rule of a schema. */
export function faultText(fault: Fault, schema: PlaceSchema | undefined): string {
  const { keyword, params } = fault;
  const limit = String(params['limit'] ?? '');
  switch (keyword) {
    case 'required':
      return '未填写';
    case 'type':
      return `应为${[params['type']]
        .flat()
        .map((type) => kinds[String(type)] ?? String(type))
        .join('或')}`;
    case 'enum':
    case 'const':
      return `只能是：${choicesOf(schema, params).join('、')}`;
    case 'minLength':
      return limit === '1' ? '不能为空' : `不能少于 ${limit} 个字`;
    case 'maxLength':
      return `不能超过 ${limit} 个字`;
    case 'minItems':
      return `至少要有 ${limit} 项`;
    case 'maxItems':
      return `最多 ${limit} 项`;
    case 'uniqueItems':
      return '有重复的项';
    case 'minimum':
      return `不能小于 ${limit}`;
    case 'exclusiveMinimum':
      return `应大于 ${limit}`;
    case 'maximum':
      return `不能大于 ${limit}`;
    case 'exclusiveMaximum':
      return `应小于 ${limit}`;
    case 'multipleOf':
      return `应为 ${String(params['multipleOf'])} 的倍数`;
    case 'pattern':
      return schema?.description ? `格式不对，应为${schema.description.replace(/^应为/, '')}` : '格式不对';
    case 'format':
      return formats[String(params['format'])] ?? '格式不对';
    case 'additionalProperties':
      return '不认识的填写项';
    default:
      return '内容不符合要求';
  }
}

function choicesOf(schema: PlaceSchema | undefined, params: Fault['params']): string[] {
  const constants = (schema?.anyOf ?? []).flatMap((one) => ('const' in one ? [one.const] : []));
  const choices = schema?.enum ?? (constants.length > 0 ? constants : [params['allowedValue']]);
  return choices.map(String);
}
