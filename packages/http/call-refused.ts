/** The server said no, or could not be reached (`status` 0); `text` is fit to be shown as it is. */
export class CallRefused extends Error {
  readonly code: string;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly status: number;

  constructor(answer: {
    code: string;
    text: string;
    details?: Readonly<Record<string, unknown>>;
    status: number;
  }) {
    super(answer.text);
    this.name = 'CallRefused';
    this.code = answer.code;
    this.text = answer.text;
    this.details = answer.details ?? {};
    this.status = answer.status;
  }
}
