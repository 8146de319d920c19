import { Button } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { download, Refused } from '#ui';
import { markedCopy } from '../contract.ts';
import { texts } from '../texts.ts';

/** The sender's own workbook with the findings written into it, to be sent back. */
export function MarkedCopy({ importId }: InputOf<typeof markedCopy>) {
  const [state, setState] = useState<'busy' | { readonly error: unknown }>();
  const save = async () => {
    setState('busy');
    try {
      await download(markedCopy, { importId });
      setState(undefined);
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <>
      {typeof state === 'object' ? <Refused error={state.error} /> : null}
      <Button loading={state === 'busy'} onClick={() => void save()}>
        {texts.markedCopy}
      </Button>
    </>
  );
}
