import { Radio, Select } from 'antd';
import type { InputOf } from '#http/client';
import { Field, Filters } from '#ui';
import type { matterBoard } from '../../contract.ts';
import type { Kinds } from '../kinds.ts';
import { OrgSelect } from '../org-select.tsx';
import { boardTexts, texts } from '../texts.ts';

type Asked = InputOf<typeof matterBoard>;

type BoardFiltersProps = {
  readonly asked: Asked;
  readonly kinds: Kinds;
  readonly turn: (asked: Asked) => void;
};

/** Whose matters, and which kinds. */
export function BoardFilters({ asked, kinds, turn }: BoardFiltersProps) {
  return (
    <Filters>
      <Field label={boardTexts.whose}>
        {(ties) => (
          <Radio.Group
            {...ties}
            className="matter-choice"
            optionType="button"
            value={asked.lead ? null : asked.whole === true}
            onChange={(event) => turn({ ...asked, whole: event.target.value || undefined, lead: undefined })}
            options={[
              { value: false, label: boardTexts.own },
              { value: true, label: boardTexts.whole },
            ]}
          />
        )}
      </Field>
      {kinds.may.wholeCity ? (
        <Field label={boardTexts.unit}>
          {(ties) => (
            <OrgSelect
              ties={ties}
              width={200}
              placeholder={boardTexts.ownHint}
              value={asked.lead}
              pick={(lead) => turn({ ...asked, lead, whole: undefined })}
            />
          )}
        </Field>
      ) : null}
      <Field label={boardTexts.kinds}>
        {(ties) => (
          <Select<string[]>
            {...ties}
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={texts.all}
            style={{ minWidth: 220 }}
            value={[...(asked.kinds ?? [])]}
            options={kinds.kinds.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => turn({ ...asked, kinds: chosen.length > 0 ? chosen : undefined })}
          />
        )}
      </Field>
    </Filters>
  );
}
