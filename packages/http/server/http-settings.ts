export type HttpSettings = {
  /** Reached over TLS, directly or through a proxy: cookies are then sent over TLS only. */
  readonly https: boolean;
  /** Believe the address and host a reverse proxy reports. */
  readonly behindProxy: boolean;
  /** Origins of pages allowed to write, where a proxy changes the host name: `https://guatu.example.gov.cn`. */
  readonly publicOrigins: readonly string[];
  readonly bodyBytes: number;
  readonly uploadBytes: number;
  /** False takes away all limits, those of single routes included: for measurements and tests. */
  readonly rateLimits: boolean;
  /** Per address; a whole office may share one. */
  readonly requestsPerMinute: number;
};

export const httpDefaults: HttpSettings = {
  https: false,
  behindProxy: false,
  publicOrigins: [],
  bodyBytes: 8 * 1024 * 1024,
  uploadBytes: 50 * 1024 * 1024,
  rateLimits: true,
  requestsPerMinute: 3000,
};
