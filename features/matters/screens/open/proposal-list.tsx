import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Empty, Field, Refused } from '#ui';
import type { MatterFieldView, MatterProposal } from '../../contract.ts';
import { openTexts } from '../open-texts.ts';
import { texts } from '../texts.ts';
import { startSearch } from './start.ts';
import { type Choice, keyOf, type Taken, useTaking } from './use-taking.ts';

type Causes = MatterFieldView['choices'];

type ProposalListProps = {
  readonly source: 'report' | 'light';
  readonly proposals: readonly MatterProposal[];
  readonly causes: Causes;
};

/** One click each, or many at once. What already has an open problem is not chosen with the rest. */
export function ProposalList({ source, proposals, causes }: ProposalListProps) {
  const { taken, progress, take } = useTaking();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [causeOf, setCauses] = useState<Readonly<Record<string, string>>>({});
  if (proposals.length === 0)
    return <Empty why={openTexts.none[source]} remedy={openTexts.noneRemedy[source]} />;

  const isTaken = (proposal: MatterProposal) => taken.get(keyOf(proposal))?.state === 'taken';
  const waiting = proposals.filter((one) => !isTaken(one));
  const picked = waiting.filter((one) => chosen.has(keyOf(one)));
  const ready: Choice[] = picked.flatMap((proposal) => {
    const cause = causeOf[keyOf(proposal)];
    return cause ? [{ proposal, cause }] : [];
  });
  const failed = [...taken.values()].filter(({ state }) => state === 'failed').length;
  const done = taken.size - failed;
  const pick = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    choose(next);
  };
  const fresh = waiting.filter(({ openProblems }) => openProblems.length === 0).map(keyOf);

  return (
    <>
      <div className="filters">
        <Checkbox
          className="filter-check"
          checked={fresh.length > 0 && fresh.every((key) => chosen.has(key))}
          onChange={(event) => choose(new Set(event.target.checked ? fresh : []))}
        >
          {openTexts.pickAll}
        </Checkbox>
        <Field label={openTexts.causeForAll}>
          {(ties) => (
            <CauseSelect
              ties={ties}
              causes={causes}
              value={undefined}
              pick={(cause) =>
                setCauses({ ...causeOf, ...Object.fromEntries(picked.map((one) => [keyOf(one), cause])) })
              }
            />
          )}
        </Field>
        <Button
          type="primary"
          disabled={ready.length === 0}
          loading={progress !== undefined}
          onClick={() => void take(ready)}
        >
          {openTexts.takeChosen(ready.length)}
        </Button>
        <span role="status">
          {progress
            ? openTexts.taking(progress.at, progress.of)
            : taken.size > 0
              ? `${openTexts.taken(done)}${failed > 0 ? openTexts.notTaken(failed) : ''}`
              : ''}
        </span>
      </div>
      <ul className="matter-proposals" aria-label={openTexts.tabs[source]}>
        {proposals.map((proposal) => {
          const key = keyOf(proposal);
          return (
            <Proposal
              key={key}
              proposal={proposal}
              causes={causes}
              taken={taken.get(key)}
              isChosen={chosen.has(key)}
              cause={causeOf[key]}
              isBusy={progress !== undefined}
              pick={(on) => pick(key, on)}
              setCause={(cause) => setCauses({ ...causeOf, [key]: cause })}
              take={(cause) => void take([{ proposal, cause }])}
            />
          );
        })}
      </ul>
    </>
  );
}

type ProposalProps = {
  readonly proposal: MatterProposal;
  readonly causes: Causes;
  readonly taken: Taken | undefined;
  readonly isChosen: boolean;
  readonly cause: string | undefined;
  readonly isBusy: boolean;
  readonly pick: (on: boolean) => void;
  readonly setCause: (cause: string) => void;
  readonly take: (cause: string) => void;
};

function Proposal({ proposal, causes, taken, cause, ...row }: ProposalProps) {
  const { project, title, content, district, by, openProblems } = proposal;
  if (taken?.state === 'taken')
    return (
      <li>
        <span className="light light-green">{openTexts.taken(1)}</span>{' '}
        <Link href={`/matters/${taken.matter.matterId}`}>
          {taken.matter.number} {title}
        </Link>
      </li>
    );
  return (
    <li>
      <Checkbox
        aria-label={openTexts.pickOne(title)}
        checked={row.isChosen}
        onChange={(event) => row.pick(event.target.checked)}
      />
      <div>
        <Link href={`/projects/${project.projectId}`}>
          {project.number} {project.name}
        </Link>{' '}
        <span className="quiet">{[district, by].filter(Boolean).join(' · ')}</span>
        <div className="matter-words">{content}</div>
        {openProblems.length > 0 ? (
          <div className="doubt">
            {openTexts.already}：
            {openProblems.map(({ matterId, number, title: name }) => (
              <Link key={matterId} href={`/matters/${matterId}`}>
                {number} {name}
              </Link>
            ))}
          </div>
        ) : null}
        {taken ? <Refused error={taken.error} /> : null}
      </div>
      <div className="matter-proposal-acts">
        <CauseSelect
          label={openTexts.causeOf(title)}
          causes={causes}
          value={cause}
          pick={(chosen) => row.setCause(chosen)}
        />
        <Button
          aria-label={openTexts.takeOne(title)}
          disabled={cause === undefined || row.isBusy}
          onClick={() => cause && row.take(cause)}
        >
          {openTexts.take}
        </Button>
        <Link aria-label={openTexts.editOne(title)} href={`/matters/new?${startSearch(proposal)}`}>
          {openTexts.edit}
        </Link>
      </div>
    </li>
  );
}

type CauseSelectProps = {
  readonly ties?: object;
  readonly label?: string;
  readonly causes: Causes;
  readonly value: string | undefined;
  readonly pick: (cause: string) => void;
};

function CauseSelect({ ties, label, causes, value, pick }: CauseSelectProps) {
  return (
    <Select<string>
      {...ties}
      {...(label ? { 'aria-label': label } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={texts.withoutChoice}
      style={{ width: 150 }}
      value={value ?? null}
      options={causes.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={pick}
    />
  );
}
