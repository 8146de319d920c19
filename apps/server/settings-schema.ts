import { type Static, Type } from 'typebox';

/**
 * Everything that can be set. `title` is the name in messages, `description` the meaning shown by `guatu doctor`.
 * A property `uploadMb` is the variable GUATU_UPLOAD_MB and the entry `upload_mb` of the file.
 */
export const SettingsSchema = Type.Object({
  home: Type.String({
    title: '数据目录',
    description: '数据目录：数据库、上传文件、审计链头存放处',
    minLength: 1,
  }),
  config: Type.String({
    title: '设置文件',
    description: '设置文件的位置；不填为数据目录中的 guatu.yaml',
    minLength: 1,
  }),
  host: Type.String({
    title: '监听地址',
    description: '监听地址：127.0.0.1 只供本机使用，0.0.0.0 供局域网使用',
    minLength: 1,
  }),
  port: Type.Integer({ title: '端口', description: '网页服务的端口', minimum: 1, maximum: 65_535 }),
  databaseUrl: Type.Optional(
    Type.String({
      title: '数据库地址',
      description: '使用外部 PostgreSQL 服务器时的连接地址；不填则使用自带数据库',
      pattern: '^postgres(ql)?://',
    }),
  ),
  logLevel: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    title: '日志级别',
    description: '写入运行日志的最低级别',
  }),
  uploadMb: Type.Integer({
    title: '上传上限',
    description: '单个上传文件的大小上限，单位 MB',
    minimum: 1,
    maximum: 1024,
  }),
  https: Type.Boolean({
    title: '使用 HTTPS',
    description: '用户经 HTTPS 访问时设为 true：登录凭据只经加密连接传送',
  }),
  behindProxy: Type.Boolean({
    title: '经反向代理',
    description: '经反向代理访问时设为 true：采用代理转告的用户地址和域名',
  }),
  publicOrigins: Type.Array(Type.String({ pattern: '^https?://[^/]+$' }), {
    title: '对外网址',
    description: '代理改写域名时填写用户看到的网址，多个用逗号分开，如 https://guatu.example.gov.cn',
  }),
  outwardTargets: Type.Array(Type.String({ pattern: '^[0-9A-Za-z.:_-]+(/[0-9]{1,3})?$' }), {
    title: '内网消息去向',
    description:
      '消息渠道一律不向内部网络地址发送；确需使用的内网邮件服务器等，在此列明主机名、地址或网段，多个用逗号分开，如 10.1.2.0/24',
  }),
  requestsPerMinute: Type.Integer({
    title: '请求频率上限',
    description: '每个来源地址每分钟的请求数上限；0 为不限',
    minimum: 0,
  }),
  today: Type.Optional(
    Type.String({
      title: '今天',
      description: '把系统的“今天”固定从这一天起算，仅用于试验和演示',
      format: 'date',
    }),
  ),
});

export type Settings = Static<typeof SettingsSchema>;

export type SettingKey = keyof Settings;

export const settingKeys = Object.keys(SettingsSchema.properties) as readonly SettingKey[];

/** Where the file is must be known before it is read; a day pinned in a file would be forgotten there. */
export const onlyFromEnvironment: ReadonlySet<SettingKey> = new Set(['home', 'config', 'today']);

/** Never shown in full. */
export const secretSettings: ReadonlySet<SettingKey> = new Set(['databaseUrl']);

export const settingDefaults: Omit<Settings, 'home' | 'config'> = {
  host: '127.0.0.1',
  port: 8060,
  logLevel: 'info',
  uploadMb: 50,
  https: false,
  behindProxy: false,
  publicOrigins: [],
  outwardTargets: [],
  requestsPerMinute: 3000,
};

/** GUATU_UPLOAD_MB */
export function variableOf(key: SettingKey): string {
  return `GUATU_${fileKeyOf(key).toUpperCase()}`;
}

/** upload_mb */
export function fileKeyOf(key: SettingKey): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
