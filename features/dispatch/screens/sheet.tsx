import { Link } from 'wouter';
import { monthNumber } from '#kernel/month';
import { LightMark, Money, useMoneyUnit } from '#ui';
import type { ItemView } from '../contract.ts';

type Sheet = NonNullable<ItemView['sheet']>;

/** One item: why it is here, light and why, plan and actual, cause, what blocks and whose clock runs, who answers. */
export function SheetBody({
  item,
  heading = 'h3',
}: {
  readonly item: ItemView;
  readonly heading?: 'h3' | 'h4';
}) {
  const { sheet, comments, lead, projectId } = item;
  const H = heading;
  return (
    <div className="meeting-sheet">
      {sheet ? <Chain sheet={sheet} H={H} /> : <p className="quiet">数据和原因不在您的范围。</p>}
      {projectId ? (
        <p>
          <Link href={`/projects/${projectId}`}>项目档案</Link>
        </p>
      ) : null}
      <section>
        <H>责任单位</H>
        <p>{lead?.name ?? '—'}</p>
        {sheet && sheet.responsible.length > 0 ? (
          <p>{sheet.responsible.map(({ kind, name }) => `${kind} ${name}`).join('；')}</p>
        ) : null}
      </section>
      {comments.length > 0 ? (
        <section>
          <H>会前意见</H>
          <ul className="meeting-sheet-chain">
            {comments.map(({ unit, text, by }) => (
              <li key={unit.id}>
                <strong>{unit.name}</strong>（{by}）：{text}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Chain({ sheet, H }: { readonly sheet: Sheet; readonly H: 'h3' | 'h4' }) {
  const { light, reasons, cause, matters, lines } = sheet;
  return (
    <>
      <section>
        <H>提请研究</H>
        <p>{reasons.join('；') || '—'}</p>
      </section>
      {light ? (
        <section>
          <H>亮灯</H>
          <p>
            {monthNumber(light.month)}月 <LightMark light={light.overall} />
            {light.before ? (
              <>
                {' '}
                上月 <LightMark light={light.before} />
              </>
            ) : null}
          </p>
          {light.why ? <p>{light.why}</p> : null}
        </section>
      ) : null}
      {sheet.planFen !== null || sheet.actualFen !== null ? <Figures sheet={sheet} /> : null}
      {cause ? (
        <section>
          <H>原因</H>
          <p>{cause}</p>
        </section>
      ) : null}
      {matters.length > 0 ? (
        <section>
          <H>受阻事项</H>
          <ul className="meeting-sheet-chain">
            {matters.map((one) => (
              <li key={one.matterId}>
                <Link href={`/matters/${one.matterId}`}>
                  {one.kind} {one.number}
                </Link>{' '}
                {one.title}（{one.lead ?? '尚未确定牵头单位'}，{one.state}，
                <span className={one.late ? 'meeting-sheet-late' : undefined}>{one.left}</span>
                {one.level ? `，${one.level}` : ''}）
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {lines.length > 0 ? (
        <section>
          <H>清单</H>
          <ul className="meeting-sheet-chain">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Figures({ sheet: { planFen, actualFen, completion, earlier } }: { readonly sheet: Sheet }) {
  const { unit } = useMoneyUnit();
  return (
    <dl className="meeting-sheet-figures">
      <div>
        <dt>累计计划（{unit}）</dt>
        <dd>
          <Money fen={planFen} />
        </dd>
      </div>
      <div>
        <dt>累计完成（{unit}）</dt>
        <dd>
          <Money fen={actualFen} />
        </dd>
      </div>
      <div>
        <dt>完成率</dt>
        <dd>
          {earlier.map((one) => `${monthNumber(one.month)}月 ${one.completion} → `).join('')}
          {completion ?? '—'}
        </dd>
      </div>
    </dl>
  );
}
