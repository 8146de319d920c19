import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, Empty, Page, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { type DifferenceLine, readDifference, settleDifference } from '../contract.ts';
import { texts } from '../texts.ts';

type Choice = 'take' | 'keep';
type Named = { readonly slug: string; readonly name: string };

const keyOf = ({ slug, field }: DifferenceLine) => `${slug} ${field}`;

/** What the pack says of the organisations and what stands here, and a choice line by line. */
export function Screen() {
  const query = useRoute(readDifference, {});
  const [choices, choose] = useState<Readonly<Record<string, Choice>>>({});
  const [added, add] = useState<readonly string[]>([]);
  const act = useAct(settleDifference, () => {
    choose({});
    add([]);
  });
  const chosen = Object.keys(choices).length + added.length;
  return (
    <Page
      title={texts.difference}
      note={texts.differenceNote}
      acts={
        <>
          {chosen > 0 ? <span className="quiet">{texts.chosen(chosen)}</span> : null}
          <Button
            type="primary"
            disabled={chosen === 0}
            loading={act.isPending}
            onClick={() =>
              act.mutate({
                lines: (query.data?.lines ?? []).flatMap((line) => {
                  const choice = choices[keyOf(line)];
                  const { slug, field, version } = line;
                  return choice ? [{ slug, field, version, take: choice === 'take' }] : [];
                }),
                add: [...added],
              })
            }
          >
            {texts.settle}
          </Button>
        </>
      }
    >
      {act.error ? <Refused error={act.error} retry={() => void query.refetch()} /> : null}
      <Shown query={query}>
        {({ lines, missing, gone }) => (
          <>
            <Panel>
              <DataTable
                label={texts.difference}
                columns={columnsWith(choices, choose)}
                rows={lines}
                rowKey={keyOf}
                empty={{ why: texts.noDifference }}
              />
            </Panel>
            {missing.length > 0 ? <Missing names={missing} added={added} add={add} /> : null}
            {gone.length > 0 ? (
              <Panel title={texts.gone}>
                <Empty why={gone.map(({ name }) => name).join('、')} remedy={texts.goneNote} />
              </Panel>
            ) : null}
          </>
        )}
      </Shown>
    </Page>
  );
}

function columnsWith(
  choices: Readonly<Record<string, Choice>>,
  choose: (choices: Readonly<Record<string, Choice>>) => void,
): readonly Column<DifferenceLine>[] {
  const pick = (line: DifferenceLine, choice: Choice | undefined) => {
    const { [keyOf(line)]: _, ...rest } = choices;
    choose(choice ? { ...rest, [keyOf(line)]: choice } : rest);
  };
  return [
    { key: 'name', title: '单位', phone: 'title', render: ({ name }) => name },
    { key: 'field', title: '字段', render: ({ fieldName }) => fieldName },
    { key: 'pack', title: '市包', render: ({ pack }) => pack ?? '—' },
    { key: 'here', title: '这里', render: ({ here }) => here ?? '—' },
    { key: 'cause', title: '原因', render: ({ cause }) => texts.causes[cause] },
    {
      key: 'choice',
      title: '处理',
      render: (line) => (
        <Select<Choice>
          allowClear
          aria-label={`${line.name}的${line.fieldName}`}
          placeholder={texts.undecided}
          value={choices[keyOf(line)] ?? null}
          onChange={(choice) => pick(line, choice ?? undefined)}
          options={[
            { value: 'take', label: texts.takePack },
            // What was edited here stays anyway: only what the pack changed can be kept against it.
            ...(line.cause === 'here' ? [] : [{ value: 'keep' as const, label: texts.keepHere }]),
          ]}
          style={{ width: 140 }}
        />
      ),
    },
  ];
}

type MissingProps = {
  readonly names: readonly Named[];
  readonly added: readonly string[];
  readonly add: (slugs: readonly string[]) => void;
};

function Missing({ names, added, add }: MissingProps) {
  return (
    <Panel title={texts.missing}>
      <Checkbox.Group
        options={names.map(({ slug, name }) => ({ value: slug, label: `新增“${name}”` }))}
        value={[...added]}
        onChange={(slugs) => add(slugs as string[])}
      />
    </Panel>
  );
}
