import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { texts } from './texts.ts';

type State = { readonly error: Error | undefined };

/** A part of the program that a newer version has replaced cannot be loaded any more. */
function isOutdated(error: Error): boolean {
  return /dynamically imported module|module script failed|preload CSS/i.test(error.message);
}

/** A defect in a screen: says so instead of going blank. Another address (`place`) is a new attempt. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode; readonly place?: string },
  State
> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: { readonly place?: string }): void {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const outdated = isOutdated(error);
    return (
      <div className="state" role="alert">
        <h1>{outdated ? texts.outdated : texts.broken}</h1>
        <p>{outdated ? texts.outdatedRemedy : texts.brokenRemedy}</p>
        {outdated ? null : <p className="quiet">{error.message}</p>}
        <p>
          <Button type="primary" onClick={() => window.location.reload()}>
            {texts.reload}
          </Button>
        </p>
      </div>
    );
  }
}
