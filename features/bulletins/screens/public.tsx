import { Button, Select } from 'antd';
import { useState } from 'react';
import { listCities } from '#features/cities';
import { download, Empty, Page, Panel, Refused, Shown, useRoute } from '#ui';
import { type PublicBulletin, publicBulletinPdf, publicBulletins } from '../contract.ts';
import { publicTexts as texts } from '../texts.ts';
import './bulletin.css';

/** For everybody, without an account: the bulletins that were released. */
export function Screen() {
  const cities = useRoute(listCities, {});
  const [chosen, choose] = useState<number>();
  const cityId = chosen ?? cities.data?.[0]?.cityId;
  const released = useRoute(publicBulletins, { cityId }, { enabled: cityId !== undefined });
  return (
    <Page
      title={texts.title}
      note={texts.note}
      acts={
        <>
          {cities.data && cities.data.length > 1 ? (
            <Select
              aria-label={texts.city}
              value={cityId}
              onChange={choose}
              options={cities.data.map((city) => ({ value: city.cityId, label: city.name }))}
            />
          ) : null}
          <a href={cityId === undefined ? '/public/petitions' : `/public/petitions?city=${cityId}`}>
            {texts.toPetitions}
          </a>
          <a href="/">{texts.toSignIn}</a>
        </>
      }
    >
      <Panel title={texts.bulletins}>
        <Shown query={released}>
          {({ bulletins }) =>
            bulletins.length === 0 ? (
              <Empty why={texts.none} remedy={texts.noneRemedy} />
            ) : (
              <ul className="steps">
                {bulletins.map((one) => (
                  <Released key={one.bulletinId} bulletin={one} cityId={cityId} />
                ))}
              </ul>
            )
          }
        </Shown>
      </Panel>
    </Page>
  );
}

type ReleasedProps = { readonly bulletin: PublicBulletin; readonly cityId: number | undefined };

function Released({ bulletin, cityId }: ReleasedProps) {
  const [error, setError] = useState<unknown>();
  const { bulletinId: id, title, documentNumber, issuedOn } = bulletin;
  const save = () => {
    setError(undefined);
    download(publicBulletinPdf, { id, cityId }).catch(setError);
  };
  return (
    <li>
      <strong>{title}</strong>
      <div className="quiet">{[documentNumber, issuedOn].filter(Boolean).join(' · ')}</div>
      {error ? <Refused error={error} /> : null}
      <Button onClick={save}>{texts.download}</Button>
    </li>
  );
}
