import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import {
  type Column,
  download,
  Field,
  Filters,
  Page,
  PagedTable,
  Panel,
  Refused,
  Shown,
  useRoute,
} from '#ui';
import { checkPlans, exportPlanCheck, type FindingView } from '../contract.ts';
import { findingNames, texts } from '../texts.ts';
import { useYear, YearFilter } from './use-year.tsx';

type Kind = NonNullable<InputOf<typeof checkPlans>['kind']>;

const columns: readonly Column<FindingView>[] = [
  {
    key: 'name',
    title: texts.project,
    phone: 'title',
    render: (row) => (
      <Link href={`/projects/${row.projectId}`} className="wrapped">
        {row.name}
      </Link>
    ),
  },
  { key: 'number', title: texts.number, render: (row) => <span className="instant">{row.number}</span> },
  { key: 'district', title: texts.district, render: (row) => row.district ?? '—' },
  { key: 'category', title: texts.category, render: (row) => row.category ?? '—' },
  { key: 'kind', title: texts.finding, render: (row) => findingNames[row.kind] },
  { key: 'values', title: texts.values, render: (row) => <span className="wrapped">{row.values}</span> },
  { key: 'rule', title: texts.rule, render: (row) => <span className="wrapped">{row.rule}</span> },
  { key: 'basis', title: texts.basis, render: (row) => row.basis },
];

/** Plans that look odd, each with the rule that says so. */
export function Screen() {
  const chosen = useYear();
  if (chosen.year) return <PlanCheck {...chosen} year={chosen.year} />;
  return (
    <Page title={texts.planCheck}>
      <Shown query={chosen.choices}>{() => null}</Shown>
    </Page>
  );
}

function PlanCheck(chosen: ReturnType<typeof useYear> & { readonly year: number }) {
  const { year } = chosen;
  const [district, setDistrict] = useState<string>();
  const [kind, setKind] = useState<Kind>();
  const [failed, fail] = useState<unknown>();
  const asked = { year, ...(district ? { district } : {}), ...(kind ? { kind } : {}) };
  const found = useRoute(checkPlans, asked);
  const save = () => {
    fail(undefined);
    download(exportPlanCheck, asked).catch(fail);
  };
  return (
    <Page
      title={`${year}年${texts.planCheck}`}
      note={<Link href={`/year?year=${year}`}>{texts.backToYear}</Link>}
      acts={<Button onClick={save}>{texts.export}</Button>}
    >
      {failed ? <Refused error={failed} /> : null}
      <Panel>
        <Filters>
          <YearFilter {...chosen} />
          <Field label={texts.district}>
            {(ties) => (
              <Select
                {...ties}
                allowClear
                style={{ minWidth: 180 }}
                placeholder={texts.allDistricts}
                value={district ?? null}
                onChange={(value) => setDistrict(value ?? undefined)}
                options={(found.data?.districts ?? []).map(({ districtId, name, findings }) => ({
                  ...{ value: districtId, label: `${name}（${findings}）` },
                }))}
              />
            )}
          </Field>
          <Field label={texts.finding}>
            {(ties) => (
              <Select<Kind | null>
                {...ties}
                allowClear
                style={{ minWidth: 180 }}
                placeholder={texts.all}
                value={kind ?? null}
                onChange={(value) => setKind(value ?? undefined)}
                options={(found.data?.counts ?? []).map((one) => ({
                  ...{ value: one.kind, label: `${findingNames[one.kind]}（${one.findings}）` },
                }))}
              />
            )}
          </Field>
        </Filters>
        <Shown query={found}>
          {(data) => (
            <>
              <p role="status">{texts.checked(data.checked, data.findings.length)}</p>
              <PagedTable
                label={texts.planCheck}
                columns={columns}
                rows={data.findings}
                rowKey={(row) => `${row.projectId} ${row.kind} ${row.rule}`}
                empty={{
                  why: data.checked === 0 ? texts.noProjects(year) : texts.nothingFound,
                  remedy: data.checked === 0 ? texts.noProjectsRemedy : undefined,
                }}
              />
              <h2>{texts.rules}</h2>
              <ul>
                {data.rules.map(({ rule, basis }) => (
                  <li key={rule}>
                    {rule}
                    {basis ? <span className="quiet">（{basis}）</span> : null}
                  </li>
                ))}
              </ul>
              <p className="quiet">{texts.rulesNote}</p>
            </>
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
