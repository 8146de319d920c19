import { Link } from 'wouter';
import { type Column, DataTable, Page, Panel, Shown, useRoute } from '#ui';
import { listRules, type SectionLine } from '../contract.ts';
import { words } from '../texts.ts';
import { OverlayTable } from './overlay-table.tsx';
import './rules.css';

/** Parts with a form of their own; every other one is edited as text. */
const forms: Readonly<Record<string, string>> = {
  lights: '/rules/lights',
  vocabulary: '/rules/vocabulary',
  roles: '/rules/roles',
};

type Row = SectionLine & { readonly file: SectionLine['files'][number] | undefined };

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: words.part,
    phone: 'title',
    render: ({ id, name, file, elsewhere }) =>
      elsewhere === null && file ? <Link href={forms[id] ?? addressOf(file.file)}>{name}</Link> : name,
  },
  {
    key: 'file',
    title: words.file,
    render: ({ file }) => <code className="quiet">{file?.file ?? '—'}</code>,
  },
  {
    key: 'standing',
    title: words.standing,
    render: ({ file, elsewhere }) =>
      elsewhere !== null ? (
        <span className="wrapped quiet">{elsewhere}</span>
      ) : file?.inForce ? (
        <Link href={`/rules/overlays/${file.inForce}`}>{words.changedHere}</Link>
      ) : file && file.layers.length > 0 ? (
        words.asShipped
      ) : (
        words.noFile
      ),
  },
  {
    key: 'layers',
    title: words.layers,
    render: ({ file }) => (file && file.layers.length > 0 ? file.layers.join(' ← ') : '—'),
  },
];

/** A dot in an address would name a file of the server's; no file of a pack has an underscore. */
const addressOf = (file: string) => `/rules/files/${file.replaceAll('.', '_')}`;

/** All that the city works by, and all that was changed of it. */
export function Screen() {
  const query = useRoute(listRules, {});
  return (
    <Page title={words.rules} note={words.rulesNote}>
      <Shown query={query}>
        {({ sections, overlays }) => (
          <>
            <Panel title={words.changes}>
              <OverlayTable rows={overlays} label={words.changes} />
            </Panel>
            <Panel title={words.parts}>
              <DataTable
                label={words.parts}
                columns={columns}
                rows={rowsOf(sections)}
                rowKey={({ id, file }) => `${id} ${file?.file ?? ''}`}
                empty={{ why: words.noFile }}
              />
            </Panel>
          </>
        )}
      </Shown>
    </Page>
  );
}

/** What is edited here first; what is edited elsewhere in one line each. */
function rowsOf(sections: readonly SectionLine[]): Row[] {
  const here = sections.filter(({ elsewhere }) => elsewhere === null);
  const others = sections.filter(({ elsewhere }) => elsewhere !== null);
  return [
    ...here.flatMap((section) => section.files.map((file) => ({ ...section, file }))),
    ...others.map((section) => ({ ...section, file: section.files[0] })),
  ];
}
