import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from './states.tsx';

type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  /** The verb on the button that acts. */
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  readonly ready?: boolean;
  /** Deletes or takes back: the button is red. */
  readonly destructive?: boolean;
  readonly error?: unknown;
  readonly children: ReactNode;
};

/** Asks before acting; what was typed stays when the act is refused. */
export function Dialog(props: DialogProps) {
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.act}
      cancelText="取消"
      onOk={props.onAct}
      onCancel={props.onClose}
      confirmLoading={props.busy ?? false}
      okButtonProps={{ disabled: props.ready === false, danger: props.destructive ?? false }}
      destroyOnHidden
    >
      {props.error ? <Refused error={props.error} /> : null}
      {props.children}
    </Modal>
  );
}
