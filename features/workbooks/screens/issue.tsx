import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { whoAmI } from '#features/identity';
import type { Month } from '#kernel/month';
import { type Column, DataTable, Field, Filters, MonthInput, Page, Panel, Shown, useRoute } from '#ui';
import { issueAll, issueWorkbook, listOffices, type OfficeKind, type OfficeView } from '../contract.ts';
import { texts } from '../texts.ts';
import { DownloadButton } from './download-button.tsx';

const kinds = Object.entries(texts.kinds).map(([value, label]) => ({ value: value as OfficeKind, label }));

/** A prefilled workbook for every office, one by one or all at once. */
export function Screen() {
  const [chosen, setMonth] = useState<Month>();
  const [wanted, setBy] = useState<OfficeKind>();
  const offices = useRoute(listOffices, {
    ...(wanted ? { by: wanted } : {}),
    ...(chosen ? { month: chosen } : {}),
  });
  const by = wanted ?? offices.data?.by ?? 'district';
  const month = chosen ?? offices.data?.month;
  return (
    <Page title={texts.workbooks} note={texts.note} acts={<Ways />}>
      <Panel>
        <Filters>
          <Field label={texts.month}>
            {(ties) => <MonthInput {...ties} value={month} change={setMonth} />}
          </Field>
          <Field label={texts.by}>
            {(ties) => (
              <Select<OfficeKind>
                {...ties}
                style={{ width: 180 }}
                value={by}
                onChange={setBy}
                options={kinds}
              />
            )}
          </Field>
        </Filters>
        <Shown query={offices}>
          {({ offices: rows }) => (
            <>
              {rows.length > 1 && month ? (
                <div className="acts" style={{ marginBottom: 12 }}>
                  <DownloadButton route={issueAll} input={{ month, by }} primary>
                    {texts.downloadAll(rows.length)}
                  </DownloadButton>
                </div>
              ) : null}
              <DataTable
                label={texts.workbooks}
                columns={columnsOf(month, by)}
                rows={rows}
                rowKey={({ office }) => office}
                empty={{ why: texts.none, remedy: texts.noneRemedy }}
              />
            </>
          )}
        </Shown>
      </Panel>
      <Panel title={texts.how}>
        <ol>
          {texts.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Panel>
    </Page>
  );
}

/** The other ways of workbooks, as far as this person may go them. */
function Ways() {
  const actions = useRoute(whoAmI, {}).data?.actions ?? [];
  return (
    <>
      {actions.includes('returns.take') ? (
        <Link href="/workbooks/returns">
          <Button>{texts.returns}</Button>
        </Link>
      ) : null}
      {actions.includes('template.fill') ? (
        <Link href="/workbooks/template">
          <Button>{texts.template}</Button>
        </Link>
      ) : null}
    </>
  );
}

function columnsOf(month: Month | undefined, by: OfficeKind): readonly Column<OfficeView>[] {
  return [
    { key: 'name', title: texts.office, phone: 'title', render: ({ name }) => name },
    { key: 'projects', title: texts.projects, number: true, render: ({ projects }) => projects },
    { key: 'owing', title: texts.owing, number: true, render: ({ owing }) => owing },
    { key: 'reported', title: texts.reported, number: true, render: ({ reported }) => reported },
    {
      key: 'download',
      title: texts.download,
      render: ({ office, name }) =>
        month ? (
          <DownloadButton
            route={issueWorkbook}
            input={{ month, by, office }}
            label={`${texts.download}：${name}`}
          >
            {texts.download}
          </DownloadButton>
        ) : null,
    },
  ];
}
