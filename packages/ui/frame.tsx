import type { ReactNode } from 'react';
import { type NavItem, Navigation } from './navigation.tsx';

type FrameProps = {
  readonly city: string;
  readonly demonstration: boolean;
  readonly nav: readonly NavItem[];
  readonly person: ReactNode;
  readonly children: ReactNode;
};

/** The frame around every screen: name, navigation, who is signed in, and the notice on secrets. */
export function Frame({ city, demonstration, nav, person, children }: FrameProps) {
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        跳到内容
      </a>
      <header className="frame-head">
        <span className="frame-name">
          挂图<small>{city}重点项目与投资</small>
        </span>
        {demonstration ? <span className="frame-mark">演示数据</span> : null}
        <div className="frame-person">{person}</div>
      </header>
      <Navigation items={nav} />
      <main className="frame-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <SecrecyNotice />
    </div>
  );
}

/** Stands on every page, the sign-in page included. */
export function SecrecyNotice() {
  return <footer className="frame-foot">非涉密系统，严禁录入国家秘密</footer>;
}
