/** All that ever leaves: a title and a link. Details stay in the inbox. */
export type OutwardMessage = {
  readonly messageId: string;
  readonly cityId: number;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly title: string;
  readonly url: string;
};

/** As a person reads it in a group or a mail; the number lets one tell a message that came twice. */
export function wordsOf({ title, url, urgency, messageId }: OutwardMessage): string {
  const mark = urgency === 'urgent' ? '【挂图·紧急】' : '【挂图】';
  return `${mark}${title}\n${url}\n（请登录系统查看详情。消息编号 ${messageId.slice(0, 8)}）`;
}
