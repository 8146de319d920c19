import { createHash, scrypt, timingSafeEqual } from 'node:crypto';

const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 10;

function digest(purpose: string, text: string): Buffer {
  return createHash('sha256').update(`${purpose}\n${text}`).digest();
}

/**
 * The code with which a raiser follows a petition: derived from the secret name of the form, so that the same form sent
 * again after a lost answer gets the same code, though only a hash of either is kept.
 */
export function followCode(submission: string): string {
  let rest = BigInt(`0x${digest('guatu petition code', submission).toString('hex')}`);
  let code = '';
  for (let at = 0; at < length; at += 1) {
    code += symbols[Number(rest % BigInt(symbols.length))];
    rest /= BigInt(symbols.length);
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

export function submissionHash(submission: string): string {
  return digest('guatu petition form', submission).toString('hex');
}

/** As typed from a note: small letters, spaces and dashes do not matter, and look-alikes are no symbols of ours. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

const cost = { N: 16_384, r: 8, p: 1 };

/** Slow on purpose. The petition's id is the salt. */
export function codeHash(petitionId: string, code: string): Promise<string> {
  return new Promise((resolve, reject) =>
    scrypt(plainCode(code), petitionId, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    ),
  );
}

const nobody = '00000000-0000-7000-8000-000000000000';

/** Takes as long for a number that does not exist as for a wrong code. */
export async function codeFits(
  code: string,
  kept: { readonly petitionId: string; readonly codeHash: string } | undefined,
): Promise<boolean> {
  const hash = await codeHash(kept?.petitionId ?? nobody, code);
  return kept !== undefined && timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(kept.codeHash, 'hex'));
}

/** Hides whose number or address is counted. */
export function attemptKey(of: 'number' | 'address', text: string): string {
  return digest(`guatu petition ${of}`, text).toString('hex').slice(0, 32);
}

/** One text however it was spaced and punctuated. */
export function contentHash(...texts: readonly string[]): string {
  const plain = texts
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
  return digest('guatu petition content', plain).toString('hex');
}
