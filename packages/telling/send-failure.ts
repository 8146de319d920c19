/** Why a message could not be handed over, for the eyes of the system administrator. */
export class SendFailure extends Error {
  /** Trying again would end the same way: it waits for somebody to change something. */
  readonly lasting: boolean;
  constructor(text: string, { lasting = false }: { readonly lasting?: boolean } = {}) {
    super(text);
    this.lasting = lasting;
  }
}

const texts: Readonly<Record<string, string>> = {
  ECONNREFUSED: '对方拒绝连接，请检查地址和端口，或对方服务是否在运行',
  ECONNRESET: '连接被对方中断',
  ECONNECTION: '连接不上对方服务器',
  EPIPE: '连接被对方中断',
  ETIMEDOUT: '连接超时，请检查网络和防火墙',
  ESOCKET: '连接中断或加密协商失败，请检查端口与加密方式是否对应',
  EHOSTUNREACH: '网络不通，请检查服务器的外网访问',
  ENETUNREACH: '网络不通，请检查服务器的外网访问',
  EAUTH: '登录被拒绝，请检查用户名和密码（有的邮箱须用授权码）',
  ETLS: '加密协商失败，请检查端口与加密方式是否对应',
  DEPTH_ZERO_SELF_SIGNED_CERT: '对方证书不受信任（自签名），请由运行维护人员登记该证书',
  SELF_SIGNED_CERT_IN_CHAIN: '对方证书不受信任（自签名），请由运行维护人员登记该证书',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '对方证书不受信任，请由运行维护人员登记签发机构',
  CERT_HAS_EXPIRED: '对方证书已过期',
};

/** Any error of a connection as a failure with words. Lasting: the receiver said that it never will take it. */
export function failureOf(error: unknown): SendFailure {
  if (error instanceof SendFailure) return error;
  const { code, responseCode, cause } = (error ?? {}) as {
    readonly code?: unknown;
    readonly responseCode?: unknown;
    readonly cause?: { readonly code?: unknown };
  };
  if (typeof responseCode === 'number' && code !== 'EAUTH') return refusedBySmtp(responseCode);
  const known = [cause?.code, code].map((one) => texts[String(one)]).find(Boolean);
  return new SendFailure(known ?? `发送失败（${String(code ?? (error as Error)?.name ?? '原因不明')}）`);
}

function refusedBySmtp(responseCode: number): SendFailure {
  return responseCode >= 500
    ? new SendFailure(`邮件服务器拒收（${responseCode}），请检查收件地址和发件地址`, { lasting: true })
    : new SendFailure(`邮件服务器暂时不收（${responseCode}），将再次发送`);
}
