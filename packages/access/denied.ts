import { defineRefusals, refuse } from '#kernel/refusal';

defineRefusals({
  'access.denied': {
    status: 403,
    text: '您的账号没有「{act}」的权限，或者该对象不在您的职责范围内。如工作需要，请向本市安全管理员申请授权。',
  },
  'access.not_found': { status: 404, text: '没有找到要查看的内容，或者您无权查看。' },
  'access.same_person': {
    status: 409,
    text: '同一事项的填报与审核、拟稿与签发不能由同一人办理，请换人办理。',
  },
});

export function denied(action: string, act: string, hidden: boolean): never {
  if (hidden) return refuse('access.not_found', { action });
  return refuse('access.denied', { action, act });
}

/** Filler and reviewer, drafter and signer are never the same person in one act. */
export function ensureDifferentPerson(
  one: string | null | undefined,
  other: string | null | undefined,
  code = 'access.same_person',
): void {
  if (one && other && one === other) refuse(code);
}
