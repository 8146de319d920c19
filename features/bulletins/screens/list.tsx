import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OutputOf } from '#http/client';
import type { Month } from '#kernel/month';
import {
  type Column,
  DataTable,
  Dialog,
  Field,
  fieldError,
  Instant,
  MonthInput,
  Page,
  Panel,
  Shown,
  useAct,
  useRoute,
} from '#ui';
import { type BulletinHead, composeBulletin, listBulletins } from '../contract.ts';
import { stateNames, words } from '../texts.ts';
import { Reason } from './reason.tsx';

type List = OutputOf<typeof listBulletins>;

const columns: readonly Column<BulletinHead>[] = [
  {
    key: 'month',
    title: '月份',
    phone: 'title',
    render: (row) => <Link href={`/bulletins/${row.bulletinId}`}>{row.month}</Link>,
  },
  {
    key: 'version',
    title: '稿次',
    render: (row) => (row.latest ? `第${row.version}稿` : `第${row.version}稿（已有新稿）`),
  },
  { key: 'state', title: '环节', render: (row) => stateNames[row.state] },
  { key: 'issue', title: '期号', render: (row) => (row.issue === null ? '—' : words.issue(row.issue)) },
  { key: 'number', title: '发文字号', render: (row) => row.documentNumber ?? '—' },
  { key: 'issued', title: '印发日期', render: (row) => row.issuedOn ?? '—' },
  { key: 'by', title: '拟稿人', render: (row) => row.composedBy },
  { key: 'at', title: '拟稿时间', render: (row) => <Instant at={row.composedAt} /> },
];

/** The bulletins of all months, and the way to a new one. */
export function Screen() {
  const list = useRoute(listBulletins, {});
  const [composing, compose] = useState(false);
  return (
    <Page
      title={words.bulletins}
      note="每月通报的数据在拟稿时冻结，之后的更正不改变已拟的稿子。尚未印发的只有全市范围的单位可见。"
      acts={
        list.data?.mayCompose ? (
          <Button type="primary" onClick={() => compose(true)}>
            拟稿
          </Button>
        ) : null
      }
    >
      <Panel>
        <Shown query={list}>
          {(data) => (
            <DataTable
              label={words.bulletins}
              columns={columns}
              rows={data.bulletins}
              rowKey={(row) => row.bulletinId}
              empty={{
                why: '还没有可以查看的通报。',
                remedy: data.mayCompose
                  ? '月度亮灯评价之后，点“拟稿”生成当月通报。'
                  : '通报印发后会出现在这里。',
              }}
            />
          )}
        </Shown>
      </Panel>
      {composing && list.data ? <Compose list={list.data} close={() => compose(false)} /> : null}
    </Page>
  );
}

function Compose({ list, close }: { readonly list: List; readonly close: () => void }) {
  const [, go] = useLocation();
  const [month, setMonth] = useState<Month | undefined>(list.month ?? undefined);
  const [form, setForm] = useState<'通报' | '简报'>('通报');
  const [reason, setReason] = useState('');
  const act = useAct(composeBulletin, ({ bulletinId }) => go(`/bulletins/${bulletinId}`));
  const again = list.bulletins.some((one) => one.month === month);
  return (
    <Dialog
      open
      title="拟制月度通报"
      act="拟稿"
      ready={month !== undefined}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ month, form, reason: reason.trim() || undefined })}
      onClose={close}
    >
      <Field label="月份" required hint="默认为最近评价的月份" error={fieldError(act.error, 'month')}>
        {(ties) => <MonthInput {...ties} value={month} change={setMonth} />}
      </Field>
      <Field label="文种">
        {(ties) => (
          <Select<'通报' | '简报'>
            {...ties}
            value={form}
            onChange={setForm}
            options={[
              { value: '通报', label: '通报' },
              { value: '简报', label: '简报' },
            ]}
          />
        )}
      </Field>
      {again ? (
        <Reason
          label="重拟原因"
          hint="该月已有稿子：数据没有变化时打开原稿；有变化时须写明原因，另成一稿"
          value={reason}
          change={setReason}
        />
      ) : null}
    </Dialog>
  );
}
