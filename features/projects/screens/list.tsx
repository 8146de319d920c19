import './projects.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { monthNotes } from '#features/light-notes';
import {
  download,
  MoneyUnitSwitch,
  Page,
  Panel,
  Refused,
  Shown,
  useMoneyUnit,
  useNarrow,
  useRoute,
} from '#ui';
import { exportProjects, listProjects, projectChoices } from '../contract.ts';
import { texts } from '../texts.ts';
import { ChooseColumns, useColumns } from './choose-columns.tsx';
import { type Choices, filterSentence } from './filter-sentence.ts';
import { ListFilters } from './list-filters.tsx';
import { ListTable } from './list-table.tsx';
import { ListTotals } from './list-totals.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { searchOf, useFilter } from './use-filter.ts';

/** The project library: what is shown stands in one sentence, and is exported as it is shown. */
export function Screen() {
  const choices = useRoute(projectChoices, {});
  if (choices.data) return <ProjectList choices={choices.data} />;
  return (
    <Page title={texts.projects}>
      <Shown query={choices}>{() => null}</Shown>
    </Page>
  );
}

function ProjectList({ choices }: { readonly choices: Choices }) {
  const narrow = useNarrow();
  const [, go] = useLocation();
  const { unit } = useMoneyUnit();
  const [asked, change, search] = useFilter();
  const [columns, choose] = useColumns();
  const [exporting, setExporting] = useState<'busy' | { readonly error: unknown }>();
  // Opened without any filter the list shows the latest year; 全部年度 is a choice of its own.
  const filter = search === '' ? { ...asked, year: choices.years[0] } : asked;
  const { page, sort, descending, ...among } = filter;
  const rows = useRoute(listProjects, narrow ? { ...filter, pageSize: 20 } : filter);
  const noted = useRoute(monthNotes, {}).data;
  const sentence = filterSentence(filter, choices);

  const save = async () => {
    setExporting('busy');
    try {
      await download(exportProjects, { ...among, sort, descending, columns: [...columns], unit });
      setExporting(undefined);
    } catch (error) {
      setExporting({ error });
    }
  };

  return (
    <Page
      title={texts.projects}
      note={rows.data ? texts.lightOf(rows.data.asOf, rows.data.month) : undefined}
      acts={
        <>
          <MoneyUnitSwitch />
          {narrow ? null : <ChooseColumns columns={columns} choose={choose} />}
          <Button onClick={() => void save()} loading={exporting === 'busy'}>
            {texts.export}
          </Button>
          {choices.mayCreate ? (
            <Button type="primary" onClick={() => go('/projects/new')}>
              {texts.newProject}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        {typeof exporting === 'object' ? <Refused error={exporting.error} /> : null}
        {narrow ? (
          <details>
            <summary className="quiet">{texts.filter}</summary>
            <ListFilters filter={filter} choices={choices} change={change} />
          </details>
        ) : (
          <ListFilters filter={filter} choices={choices} change={change} />
        )}
        <SavedFilters sentence={sentence} search={searchOf({ ...among, sort, descending })} />
        <ListTotals filter={among} />
        <Shown query={rows}>
          {(data) => (
            <div className="dense">
              <ListTable
                page={data}
                filter={filter}
                columns={columns}
                notes={noted && noted.month === data.month ? noted.notes : []}
                change={change}
              />
            </div>
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
