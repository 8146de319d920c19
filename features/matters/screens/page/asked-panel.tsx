import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Fact, Facts, Instant, Panel } from '#ui';
import { type MatterPage, type ShownField, satisfactionNames } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { FileName } from './file-name.tsx';
import { RevealDialog } from './reveal-dialog.tsx';

type PanelProps = { readonly page: MatterPage };

/** What the matter is about and what was filled in, as it reads now. */
export function AskedPanel({ page }: PanelProps) {
  const [revealing, reveal] = useState<ShownField>();
  const [revealed, setRevealed] = useState<Readonly<Record<string, string>>>({});
  const { matter, fields } = page;
  const about: Fact[] = [
    ...(matter.project
      ? [
          [
            pageTexts.project,
            <Link key="project" href={`/projects/${matter.project.projectId}`}>
              {matter.project.number} {matter.project.name}
            </Link>,
          ] as const,
        ]
      : []),
    ...(matter.enterprise ? [[pageTexts.enterprise, matter.enterprise] as const] : []),
  ];
  const given: Fact[] = fields.map((field) => [
    field.name,
    <Value
      key={field.field}
      page={page}
      field={field}
      revealed={revealed[field.field]}
      reveal={() => reveal(field)}
    />,
  ]);
  const origin: Fact[] = [
    ...(matter.category ? [[pageTexts.category, matter.category] as const] : []),
    [pageTexts.raiser, `${matter.raiser}（${matter.source.name}）`],
    ...(matter.districts.length > 0
      ? [[pageTexts.districts, matter.districts.map(({ name }) => name).join('、')] as const]
      : []),
    [pageTexts.openedAt, <Instant key="opened" at={page.openedAt} />],
    ...(page.closedAt ? [[pageTexts.closedAt, <Instant key="closed" at={page.closedAt} />] as const] : []),
    ...(matter.satisfaction
      ? [[pageTexts.satisfaction, satisfactionNames[matter.satisfaction - 1]] as const]
      : []),
    [pageTexts.counts, pageTexts.countsText(matter.bounces, matter.redos)],
  ];
  return (
    <Panel title={pageTexts.asked}>
      {page.notice ? <p className="quiet">{page.notice}</p> : null}
      <Facts facts={[...about, ...given, ...origin]} />
      {revealing ? (
        <RevealDialog
          matterId={matter.matterId}
          field={revealing}
          close={() => reveal(undefined)}
          show={(text) => {
            setRevealed({ ...revealed, [revealing.field]: text });
            reveal(undefined);
          }}
        />
      ) : null}
    </Panel>
  );
}

type ValueProps = {
  readonly page: MatterPage;
  readonly field: ShownField;
  readonly revealed: string | undefined;
  readonly reveal: () => void;
};

function Value({ page, field, revealed, reveal }: ValueProps) {
  return (
    <>
      {field.inner ? <span className="matter-inner">{pageTexts.innerMark}</span> : null}
      {field.kind === 'files'
        ? field.files.map((file) => (
            <FileName key={file.fileId} matterId={page.matter.matterId} file={file} />
          ))
        : (revealed ?? field.text)}
      {field.masked && revealed === undefined && page.may.reveal && !page.asOf ? (
        <Button
          size="small"
          style={{ marginLeft: 8 }}
          onClick={reveal}
          aria-label={`${pageTexts.reveal}${field.name}`}
        >
          {pageTexts.reveal}
        </Button>
      ) : null}
    </>
  );
}
