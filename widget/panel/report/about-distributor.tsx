import { REPORT_LIMITS } from '@beseda/shared/domain/report';
import { REPORT_LABELS } from '@beseda/shared/domain/report-labels';
import type { FieldProps } from './report';

/** Staff may ask on a distributor's behalf: who that is, which account. What was written outlives the tick. */
export function AboutDistributor({ panel, report, change }: FieldProps) {
  const labels = REPORT_LABELS[panel.state.locale];
  const { about = false, distributor = { who: '' } } = report;
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={about}
          onChange={({ currentTarget }) => change({ about: currentTarget.checked })}
        />
        {labels.distributor}
      </label>
      {about && (
        <div class="pair">
          {(['who', 'account'] as const).map((name) => (
            <input
              key={name}
              aria-label={labels[name]}
              placeholder={labels[name]}
              maxLength={REPORT_LIMITS.distributor}
              value={distributor[name] ?? ''}
              onInput={({ currentTarget }) =>
                change({ distributor: { ...distributor, [name]: currentTarget.value } })
              }
            />
          ))}
        </div>
      )}
    </>
  );
}
