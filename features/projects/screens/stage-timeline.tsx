import { Panel } from '#ui';
import type { Project } from '../contract.ts';
import { basisNames, texts } from '../texts.ts';

type Step = Project['stages'][number];

/** Every stage with its day, what it rests on and who recorded it; the latest last. */
export function StageTimeline({ project }: { readonly project: Project }) {
  const { stage, stages } = project;
  return (
    <Panel title={texts.stages}>
      <p>
        <strong>{stage.name}</strong> <span className="quiet">{texts.since(stage.since)}</span>
      </p>
      <ol className="timeline">
        {stages.map((step) => (
          <li key={`${step.onDay} ${step.to} ${step.recordedAt}`}>
            <span className="instant">{step.onDay}</span>
            <div>
              {step.from ? `${step.from} → ` : ''}
              <strong>{step.to}</strong>
              <Proof step={step} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Proof({ step }: { readonly step: Step }) {
  const basis = step.basis === 'source' ? '依据年度清单或建档' : basisNames[step.basis];
  return (
    <>
      <div className="quiet">
        {basis}，{step.by}
        {step.reason ? `，${step.reason}` : ''}
      </div>
      {step.evidence.map((one) => (
        <div key={`${one.name} ${one.reference} ${one.note}`}>
          {one.name}
          {[one.reference, one.on, one.note].filter((part) => part).map((part) => ` · ${part}`)}
        </div>
      ))}
    </>
  );
}
