import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, Dialog, Field, fieldError, Panel, useAct } from '#ui';
import type { OrganisationFile } from '../contract.ts';
import { addPost, editPost } from '../contract.ts';
import { texts } from '../texts.ts';

type Post = OrganisationFile['posts'][number];

export function PostsPanel({ file }: { readonly file: OrganisationFile }) {
  const [edited, edit] = useState<Post | 'new'>();
  const columns: Column<Post>[] = [
    { key: 'title', title: texts.posts, phone: 'title', render: (row) => row.title },
    { key: 'order', title: texts.order, number: true, render: (row) => row.officialOrder },
    { key: 'to', title: texts.validTo, render: (row) => row.validTo ?? '—' },
  ];
  if (file.may.editPeople)
    columns.push({
      key: 'act',
      title: '操作',
      render: (row) => (
        <Button
          type="link"
          className="in-cell"
          aria-label={`${texts.edit}${row.title}`}
          onClick={() => edit(row)}
        >
          {texts.edit}
        </Button>
      ),
    });
  return (
    <Panel
      title={texts.posts}
      extra={file.may.editPeople ? <Button onClick={() => edit('new')}>{texts.addPost}</Button> : null}
    >
      <DataTable
        label={texts.posts}
        columns={columns}
        rows={file.posts}
        rowKey={(row) => row.postId}
        empty={{ why: texts.noPosts }}
      />
      {edited ? <EditPost file={file} post={edited} close={() => edit(undefined)} /> : null}
    </Panel>
  );
}

type EditPostProps = {
  readonly file: OrganisationFile;
  readonly post: Post | 'new';
  readonly close: () => void;
};

function EditPost({ file, post, close }: EditPostProps) {
  const old = post === 'new' ? undefined : post;
  const [title, setTitle] = useState(old?.title ?? '');
  const [officialOrder, setOrder] = useState(old?.officialOrder ?? (file.posts.length + 1) * 10);
  const added = useAct(addPost, close);
  const saved = useAct(editPost, close);
  const act = old ? saved : added;
  const send = () =>
    old
      ? saved.mutate({ id: old.postId, version: old.version, title: title.trim(), officialOrder })
      : added.mutate({ id: file.organisation.orgId, title: title.trim(), officialOrder });
  return (
    <Dialog
      open
      title={old ? `${texts.edit}：${old.title}` : texts.addPost}
      act={texts.save}
      ready={title.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={send}
      onClose={close}
    >
      <Field label="岗位名称" required error={fieldError(act.error, 'title')}>
        {(ties) => (
          <Input {...ties} maxLength={50} value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Field label={texts.order} hint="数字小的在前">
        {(ties) => (
          <InputNumber
            {...ties}
            min={0}
            max={999999}
            precision={0}
            value={officialOrder}
            onChange={(value) => setOrder(value ?? 0)}
          />
        )}
      </Field>
    </Dialog>
  );
}
