import type { City } from '#access';
import { type Given, instantOf, kindRulesOf, openMatter } from '#engines/matters';
import { districtKinds, listOrganisations } from '#engines/registry';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { addDays } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import type { raisePetition as route } from '../contract.ts';
import { phoneDigits } from '../domain/phone.ts';
import { limitsOf, publicKindsOf } from '../petitions-section.ts';
import { insertPetition, openNumberOf, petitionOfForm, waitForEqual } from '../store/petition.ts';
import { insertPetitioner } from '../store/petitioner.ts';
import { asRaiser } from './as-raiser.ts';
import { checkForm } from './check-form.ts';
import { codeHash, contentHash, followCode, submissionHash } from './follow-code.ts';
import { tellReceived } from './tell-intake.ts';

type Asked = InputOf<typeof route>;

export const hiddenEnterprise = '要求保密的企业';

/** Raised by somebody without an account: answered with a number, and a code that is kept as a hash only. */
export async function raisePetition(city: City, given: Asked) {
  const asked = trimmed(given);
  const limits = limitsOf(city.pack);
  const open = publicKindsOf(city.pack).find(({ id }) => id === asked.kind);
  ensure(open?.languages.includes(asked.language), 'petition.not_open');
  const { submission, enterprise, content, request, respondent, name, address } = asked;
  const texts = [enterprise, content, request, respondent ?? '', name, address ?? ''];
  checkForm({ ...asked, texts }, limits, city.now);
  const category = kindRulesOf(city.pack, asked.kind).choices['category']?.find(
    ({ id }) => id === asked.category,
  );
  ensure(category, 'petition.no_such_category');
  await ensureDistrict(city, asked.districtId);

  const code = followCode(submission);
  const [form, hash] = [submissionHash(submission), contentHash(content, request)];
  await waitForEqual(city.tx, form, `${asked.kind} ${hash}`);
  const sent = await petitionOfForm(city.tx, form);
  if (sent) {
    ensure(sent.contentHash === hash, 'petition.form_reused', { number: sent.number });
    return { number: sent.number, code };
  }
  const since = addDays(city.today, -limits.duplicateDays);
  const same = await openNumberOf(city.tx, { kind: asked.kind, hash, since });
  ensure(!same, 'petition.same_content', { number: same });

  const petitionId = newId<'petition'>();
  const raiser = await asRaiser(city, petitionId);
  const shown = asked.confidential ? hiddenEnterprise : enterprise;
  const isComplaint = asked.kind === 'foreign-complaint';
  const held = await openMatter(raiser, {
    ...{ kind: asked.kind, title: `${shown}：${category.text}`, given: givenOf(asked), enterprise: shown },
    ...{ seat: 'raiser', source: 'portal', raiser: petitionId },
    guarded: isComplaint || asked.confidential === true,
    // A complaint may be about the district itself: the intake office decides who sees it.
    districts: asked.districtId && !isComplaint ? [asked.districtId] : [],
  });
  await insertPetition(raiser.tx, {
    ...{ petitionId, matterId: held.row.matterId, kind: asked.kind, channel: 'portal' },
    ...{ language: asked.language, creditCode: asked.creditCode ?? null },
    ...{ districtId: asked.districtId ?? null, submissionHash: form, contentHash: hash },
    ...{ codeHash: await codeHash(petitionId, code), takenBy: null, takenOrg: null },
    ...{ answeredAtOnce: false, takenOn: city.today, takenAt: instantOf(city) },
  });
  await insertPetitioner(
    raiser.tx,
    petitionId,
    {
      ...{ enterprise, name, phone: asked.phone ?? null, email: asked.email ?? null },
      ...{ address: address ?? null, confidential: asked.confidential === true },
    },
    asked.phone ? phoneDigits(asked.phone) : null,
  );
  await tellReceived(raiser, held);
  return { number: held.row.number, code };
}

/** Nothing of who it is: that is kept apart from the matter. */
function givenOf({ kind, category, content, request, ...more }: Asked): Given {
  const { respondent, confidential, people, neededBy } = more;
  if (kind === 'foreign-complaint')
    return { category, content, claim: request, respondent: respondent ?? '未写明', confidential };
  const whole = { category, content: `${content}\n希望解决：${request}` };
  return kind === 'aid' ? { ...whole, people, neededBy } : whole;
}

async function ensureDistrict(city: City, districtId: string | undefined): Promise<void> {
  if (!districtId) return;
  const districts = await listOrganisations(city, { kinds: districtKinds, asOf: city.today });
  ensure(
    districts.some(({ orgId }) => orgId === districtId),
    'petition.no_such_district',
  );
}

/** A field left blank was not given. */
function trimmed(asked: Asked): Asked {
  const kept = Object.entries(asked).flatMap(([key, value]) => {
    if (typeof value !== 'string') return [[key, value]];
    const text = value.trim();
    const must = ['enterprise', 'content', 'request', 'name'].includes(key);
    return text === '' && !must ? [] : [[key, key === 'creditCode' ? text.toUpperCase() : text]];
  });
  return Object.fromEntries(kept) as Asked;
}
