import type { PlainDate } from '#kernel/plain-date';
import type { Apart } from './apart.ts';
import type { Holder, ProjectCard, ProjectDetail, YearCategory, YearEntry } from './aspect.ts';
import type { MembershipId, OrgId, ProjectId } from './identity.ts';

/** A district with its name, in the order of the project. */
export type DistrictRef = { readonly orgId: OrgId; readonly slug: string; readonly name: string };

/** One line of the project list. Money and sponsor are null outside the reader's scope. */
export type ProjectRow = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly code: string | null;
  readonly industry: string | null;
  readonly nature: string | null;
  readonly stage: string;
  readonly category: YearCategory | null;
  readonly plannedStart: string | null;
  readonly districts: readonly DistrictRef[];
  readonly lists: readonly string[];
  readonly leadDepts: readonly string[];
  readonly totalFen: bigint | null;
  readonly planYearFen: bigint | null;
  readonly company: string | null;
  /** The reader may see and write what lies under the scope. */
  readonly withinScope: boolean;
  readonly mergedInto: ProjectId | null;
  readonly apart: Apart | null;
  readonly version: number;
};

export type ProjectSort = 'number' | 'name' | 'total' | 'plan' | 'district' | 'stage' | 'updated';

export type ProjectFilter = {
  /** Part of the name, number, code or (within the scope) the sponsor's name. */
  readonly text?: string;
  /** Of the year's lists; also tells which year's entry is shown. */
  readonly year?: number;
  readonly list?: string;
  readonly category?: YearCategory;
  readonly stages?: readonly string[];
  /** An organisation with all below it, as one of the project's districts. */
  readonly district?: OrgId;
  /** Only where that is the project's first district, in which sums count it. */
  readonly leading?: boolean;
  /** An organisation that answers for the project in any way. */
  readonly holder?: OrgId;
  readonly industry?: string;
  /** Only these projects: what another engine found (a light, a report that is missing). */
  readonly among?: readonly ProjectId[];
  /** Only projects within the reader's scope. */
  readonly ownOnly?: boolean;
};

export type ProjectPage = {
  readonly sort?: ProjectSort;
  readonly descending?: boolean;
  /** From 1. */
  readonly page?: number;
  readonly size?: number;
};

export type StageStep = {
  readonly from: string | null;
  readonly to: string;
  readonly onDay: PlainDate;
  readonly basis: 'evidence' | 'source' | 'correction';
  readonly evidence: readonly unknown[];
  readonly reason: string | null;
  readonly actorId: string;
  readonly recordedAt: Date;
};

export type CodeStep = {
  readonly code: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
  readonly reason: string | null;
  readonly endedReason: string | null;
};

export type Membership = {
  readonly membershipId: MembershipId;
  readonly listId: string;
  readonly year: number;
  readonly projectId: ProjectId;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
  readonly basis: 'rule' | 'exception' | 'source';
  readonly verdict: 'met' | 'not-met' | 'unknown' | 'no-rule';
  readonly explanation: unknown;
  readonly reason: string | null;
  readonly approver: string | null;
  readonly removedReason: string | null;
  readonly recordedAt: Date;
};

export type ProjectLink = {
  readonly kind: 'duplicate-of' | 'merged-into' | 'split-from' | 'same-sponsor' | 'related' | 'part-of';
  readonly projectId: ProjectId;
  readonly otherId: ProjectId;
  readonly otherNumber: string;
  readonly otherName: string;
  readonly reason: string;
};

/** One who answers for the project; the phone is masked unless asked for by name. */
export type HolderView = Holder & {
  readonly kind: string;
  readonly kindName: string;
  readonly fromOn: PlainDate;
};

export type ProjectView = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly version: number;
  readonly card: ProjectCard;
  /** null outside the reader's scope. */
  readonly detail: ProjectDetail | null;
  readonly code: string | null;
  readonly codes: readonly CodeStep[];
  readonly districts: readonly DistrictRef[];
  readonly stage: string;
  readonly stageName: string;
  readonly stageSince: PlainDate;
  readonly stages: readonly StageStep[];
  readonly batches: readonly { readonly set: string; readonly batch: string; readonly name: string }[];
  /** Completed, paused, ended, merged: owes no report. */
  readonly closed: boolean;
  readonly mergedInto: ProjectId | null;
  /** Counted elsewhere from a month on. */
  readonly apart: Apart | null;
  readonly withdrawn: boolean;
  readonly entries: readonly (YearEntry & { readonly year: number })[];
  /** Why a rule admitted it is told by the list. */
  readonly memberships: readonly Omit<Membership, 'explanation'>[];
  readonly holders: readonly HolderView[];
  readonly links: readonly ProjectLink[];
  readonly withinScope: boolean;
};

/** What acts on a project's months need to know of it: who holds it, and its amounts by year. */
export type ProjectBrief = Pick<
  ProjectView,
  'projectId' | 'number' | 'districts' | 'stage' | 'stageName' | 'entries' | 'withinScope'
> & {
  readonly card: Pick<ProjectCard, 'name' | 'sponsorOrgId'>;
  readonly detail: Pick<ProjectDetail, 'totalFen' | 'company'> | null;
  readonly holders: readonly Pick<HolderView, 'orgId' | 'personId'>[];
};
