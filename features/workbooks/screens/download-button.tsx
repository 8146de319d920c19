import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { InputOf, RouteDeclaration } from '#http/client';
import { download, Refused } from '#ui';

type DownloadButtonProps<R extends RouteDeclaration & { readonly binary: object }> = {
  readonly route: R;
  readonly input: InputOf<R>;
  readonly primary?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
};

/** Saves a file; why it could not be saved stands beside the button. */
export function DownloadButton<R extends RouteDeclaration & { readonly binary: object }>(
  props: DownloadButtonProps<R>,
) {
  const [state, setState] = useState<'busy' | { readonly error: unknown }>();
  const save = async () => {
    setState('busy');
    try {
      await download(props.route, props.input);
      setState(undefined);
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <>
      {typeof state === 'object' ? <Refused error={state.error} /> : null}
      <Button
        type={props.primary ? 'primary' : 'default'}
        aria-label={props.label}
        loading={state === 'busy'}
        onClick={() => void save()}
      >
        {props.children}
      </Button>
    </>
  );
}
