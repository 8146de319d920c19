import { Button, Radio } from 'antd';
import { useState } from 'react';
import {
  type Column,
  DayInput,
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
import { exportPetitionStatistics, type PetitionCount, petitionStatistics } from '../contract.ts';
import { usualSpan } from './span.ts';
import { texts } from './texts.ts';

type By = keyof typeof texts.byNames;

/** By day, category or unit, each figure with what it is counted of. */
export function Screen() {
  const [span, setSpan] = useState(usualSpan);
  const [by, setBy] = useState<By>('day');
  const [failed, setFailed] = useState<unknown>();
  const found = useRoute(petitionStatistics, { ...span, by });
  const save = () => {
    setFailed(undefined);
    download(exportPetitionStatistics, span).catch(setFailed);
  };
  return (
    <Page
      title={texts.statistics}
      note={found.data?.covers}
      acts={<Button onClick={save}>{texts.exportXlsx}</Button>}
    >
      <Panel>
        <Filters>
          <Field label={texts.from}>
            {(ties) => (
              <DayInput
                {...ties}
                value={span.from}
                max={span.to}
                change={(from) => from && setSpan({ ...span, from })}
              />
            )}
          </Field>
          <Field label={texts.to}>
            {(ties) => <DayInput {...ties} value={span.to} change={(to) => to && setSpan({ ...span, to })} />}
          </Field>
          <Field label={texts.by}>
            {(ties) => (
              <Radio.Group
                {...ties}
                optionType="button"
                value={by}
                onChange={(event) => setBy(event.target.value)}
                options={(Object.keys(texts.byNames) as By[]).map((value) => ({
                  value,
                  label: texts.byNames[value],
                }))}
              />
            )}
          </Field>
        </Filters>
        {failed ? <Refused error={failed} /> : null}
        <Shown query={found}>
          {({ rows, total, notes }) => (
            <>
              <PagedTable
                label={texts.statistics}
                rows={rows.length === 0 ? [] : [...rows, total]}
                rowKey={(row) => row.id}
                empty={{ why: texts.countEmpty, remedy: texts.countEmptyRemedy }}
                columns={columnsOf(by)}
              />
              <details>
                <summary>{texts.howCounted}</summary>
                <dl>
                  {notes.map(({ figure, text }) => (
                    <div key={figure}>
                      <dt>
                        <strong>{figure}</strong>
                      </dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            </>
          )}
        </Shown>
      </Panel>
    </Page>
  );
}

function columnsOf(by: By): readonly Column<PetitionCount>[] {
  const figure = (key: keyof PetitionCount, title: string) => ({
    ...{ key, title, number: true, width: 90 },
    render: (row: PetitionCount) => row[key],
  });
  return [
    { key: 'name', title: texts.byNames[by].slice(1), phone: 'title', render: (row) => row.name },
    figure('taken', texts.taken),
    figure('answeredAtOnce', texts.atOnce),
    figure('dispatched', texts.dispatched),
    figure('closed', texts.closed),
    figure('scored', texts.scored),
    figure('satisfied', texts.satisfied),
    {
      ...{ key: 'rate', title: texts.rate, number: true, width: 150 },
      render: ({ satisfied, scored }) =>
        scored === 0 ? '—' : `${((satisfied / scored) * 100).toFixed(1)}%（${satisfied}/${scored}）`,
    },
  ];
}
