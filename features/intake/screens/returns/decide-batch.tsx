import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field, Panel, Refused, useAct } from '#ui';
import { type BatchDecision, type BatchPreview, discardReturns, writeReturns } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';
import type { Choices } from './use-choices.ts';

type DecideBatchProps = {
  readonly preview: BatchPreview;
  readonly choices: Choices;
  readonly reload: () => void;
  readonly more: () => void;
};

type ImportId = BatchDecision['stands'][number]['importId'];

/** All files are written in one act, or none; before that a person has decided what is open. */
export function DecideBatch({ preview, choices, reload, more }: DecideBatchProps) {
  const { batch, fates, files, contests } = preview;
  const { batchId, version } = batch;
  const [acceptGood, setAcceptGood] = useState(false);
  const [reason, setReason] = useState('');
  const [discarding, setDiscarding] = useState(false);
  const write = useAct(writeReturns);
  const discard = useAct(discardReturns, () => setDiscarding(false));
  const confirmed = choices.confirmed.map((ref) => {
    const space = ref.indexOf(' ');
    return { importId: ref.slice(0, space) as ImportId, ref: ref.slice(space + 1) };
  });
  const isSure = ({ importId, sheet, row, proposed }: (typeof contests)[number]['contenders'][number]) =>
    !proposed || choices.confirmed.includes(`${importId} ${sheet}!${row}`);
  const undecided = contests.filter(
    ({ key, contenders }) => contenders.filter(isSure).length > 1 && !choices.stands[key],
  ).length;
  const blocked = fates.good + confirmed.length === 0 || undecided > 0 || (fates.rejected > 0 && !acceptGood);

  return (
    <Panel title={texts.decide}>
      {write.error ? <Refused error={write.error} retry={reload} /> : null}
      {files.length > 0 && fates.good === 0 ? <p>{texts.nothing}</p> : null}
      {fates.rejected > 0 && fates.good > 0 ? (
        <>
          <Checkbox checked={acceptGood} onChange={(event) => setAcceptGood(event.target.checked)}>
            {texts.acceptGood(fates.good, fates.rejected)}
          </Checkbox>
          {acceptGood ? null : <p className="quiet">{texts.mustAcceptGood}</p>}
        </>
      ) : null}
      {undecided > 0 ? <p>{texts.mustChoose(undecided)}</p> : null}
      <div style={{ maxWidth: 560 }}>
        <Field label={texts.reason} hint={texts.reasonHint}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="acts">
        <Button
          type="primary"
          disabled={blocked}
          loading={write.isPending}
          onClick={() =>
            write.mutate({
              ...{ batchId, version, acceptGood, confirmed },
              stands: contests.flatMap(({ key }) => {
                const importId = choices.stands[key] as ImportId | undefined;
                return importId ? [{ key, importId }] : [];
              }),
              ...(reason.trim() ? { reason: reason.trim() } : {}),
            })
          }
        >
          {texts.write}
        </Button>
        <Button onClick={more}>{texts.more}</Button>
        <Button onClick={() => setDiscarding(true)}>{texts.discard}</Button>
      </div>
      <Dialog
        open={discarding}
        title={texts.discard}
        act={texts.discard}
        destructive
        busy={discard.isPending}
        error={discard.error}
        onAct={() => discard.mutate({ batchId, version })}
        onClose={() => setDiscarding(false)}
      >
        <p>{texts.discardAsk}</p>
      </Dialog>
    </Panel>
  );
}
