import './measures.css';
import { Button } from 'antd';
import { type Column, DataTable, download, Empty, Page, Panel, Shown, useRoute } from '#ui';
import { type PublicDocument, publicCsv, publicDocuments } from '../contract.ts';
import { texts } from '../texts.ts';

type Row = PublicDocument['measures'][number];

/** For everybody: what passed its secrecy review, as it was reviewed. */
export function Screen() {
  const seen = useRoute(publicDocuments, {});
  return (
    <Page title={texts.publicTitle} note={seen.data?.city}>
      <Shown query={seen}>
        {({ documents }) =>
          documents.length === 0 ? (
            <Empty why={texts.publicNone} />
          ) : (
            documents.map((one) => (
              <Panel
                key={one.documentId}
                title={one.title}
                extra={
                  <Button onClick={() => void download(publicCsv, { id: one.documentId })}>
                    {texts.csv}
                  </Button>
                }
              >
                <p className="quiet">
                  {[one.docNumber, one.issuer, texts.asOf(one.asOf)].filter(Boolean).join(' · ')}
                </p>
                <DataTable
                  label={one.title}
                  columns={columns}
                  rows={one.measures}
                  rowKey={(row) => row.no + row.title}
                  empty={{ why: texts.nothing }}
                />
              </Panel>
            ))
          )
        }
      </Shown>
    </Page>
  );
}

const columns: readonly Column<Row>[] = [
  { key: 'no', title: texts.no, render: (row) => row.no },
  {
    key: 'title',
    title: texts.measureTitle,
    phone: 'title',
    render: (row) => <span className="measure-title">{row.title}</span>,
  },
  {
    key: 'units',
    title: texts.support,
    render: ({ lead, support }) => <span className="measure-units">{[...lead, ...support].join('、')}</span>,
  },
  { key: 'due', title: texts.dueOn, render: (row) => <span className="instant">{row.dueOn ?? '—'}</span> },
  { key: 'state', title: texts.state, render: (row) => row.state },
  {
    key: 'check',
    title: texts.check,
    render: (row) => <span className="instant">{row.checkedOn ?? '—'}</span>,
  },
];
