import './plain.css';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { Language } from '../../contract.ts';
import { wordsIn } from '../words/words.ts';
import type { Place } from './place.ts';

type PlainPageProps = {
  readonly place: Place;
  readonly title: string;
  /** Offered where there is a choice. */
  readonly languages?: readonly Language[];
  readonly home?: boolean;
  readonly children: ReactNode;
};

/** A plain page for everybody: large letters, no frame, the language told to readers aloud. */
export function PlainPage({ place, title, languages = ['zh'], home = false, children }: PlainPageProps) {
  const { words, language, tag, turn, addressOf } = place;
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = tag;
    return () => {
      document.documentElement.lang = 'zh-CN';
    };
  }, [title, tag]);
  return (
    <div className="plain" lang={tag}>
      {languages.length > 1 ? (
        <ul className="plain-languages" aria-label={words.language}>
          {languages.map((one) => (
            <li key={one}>
              <button
                type="button"
                lang={one}
                aria-pressed={one === language}
                onClick={() => turn({ lang: one })}
              >
                {wordsIn[one].language}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <header className="page-head">
        <h1>{title}</h1>
        <div className="page-note">
          {words.notSecret}
          {home ? null : (
            <>
              {' '}
              <Link href={addressOf('/public/petitions')}>{words.back}</Link>
            </>
          )}
        </div>
      </header>
      {children}
    </div>
  );
}

/** What went wrong, said where it is noticed. */
export function Wrong({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <div className="plain-alert" role="alert">
      {text}
    </div>
  );
}
