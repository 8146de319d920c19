import { defineRefusals } from '#kernel/refusal';
import type { RouteDeclaration } from '../route.ts';
import { hasSecretAnswer } from './secret.ts';

defineRefusals({
  'http.sign_in_first': { status: 401, text: '请先登录；如已登录，登录状态可能已过期，请重新登录' },
  'http.foreign_origin': { status: 403, text: '请求来自其他网站，已拒绝。请在本系统页面内操作' },
  'http.key_missing': {
    status: 400,
    text: '请求缺少防重复标识（请求头 idempotency-key，8 至 64 位字母、数字、短横线或下划线）',
  },
  'http.key_reused': { status: 422, text: '同一防重复标识已用于另一内容的请求，请刷新页面后重试' },
  'http.key_busy': { status: 409, text: '同一请求正在办理中，请稍候再试' },
  'http.shown_once': {
    status: 409,
    text: '这项操作已经办理完成，结果只显示一次，不能再次查看。如未看到，请重新办理',
  },
  'http.invalid_input': { status: 422, text: '填写内容有误：{summary}' },
  'http.bad_json': { status: 400, text: '请求内容不是有效的 JSON，无法读取' },
  'http.bad_request': { status: 400, text: '请求无法识别，请刷新页面后重试' },
  'http.unsupported_content': { status: 415, text: '不支持这种请求内容类型，请刷新页面后重试' },
  'http.too_large': { status: 413, text: '提交的内容超过大小上限 {limit}，请减少内容或分批提交' },
  'http.file_missing': { status: 422, text: '没有收到文件，请选择一个文件后再上传' },
  'http.file_too_large': { status: 413, text: '文件超过上传上限 {limit}，请拆分或压缩后再上传' },
  'http.one_file_only': { status: 422, text: '一次只能上传一个文件' },
  'http.too_many': { status: 429, text: '操作过于频繁，请在 {seconds} 秒后再试' },
  'http.no_such_address': { status: 404, text: '没有这个地址：{method} {path}' },
  'http.defect': {
    status: 500,
    text: '系统出现错误，本次操作未完成。请稍后重试；如仍不成功，请把编号 {incident} 告知系统管理员',
  },
});

/** Refusals any route may answer with, beside its own. */
export function commonRefusals(route: RouteDeclaration): string[] {
  const codes = [
    'http.invalid_input',
    'http.too_many',
    'http.defect',
    'db.unavailable',
    'db.outcome_unknown',
    'db.busy',
  ];
  if (route.permission !== 'public') codes.push('http.sign_in_first');
  if (route.permission !== 'public' && route.permission !== 'signed-in')
    codes.push('access.denied', 'access.not_found');
  if (route.method !== 'GET') {
    if (hasSecretAnswer(route)) codes.push('http.shown_once');
    if (route.upload) codes.push('http.file_missing', 'http.file_too_large', 'http.one_file_only');
    codes.push(
      'http.bad_json',
      'http.unsupported_content',
      'http.key_missing',
      'http.key_reused',
      'http.key_busy',
      'http.foreign_origin',
      'http.too_large',
    );
  }
  return codes;
}
