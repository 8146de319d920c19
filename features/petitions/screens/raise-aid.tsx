import { RaisePage } from './public/raise-page.tsx';

export function Screen() {
  return <RaisePage kind="aid" />;
}
