import type { DraftReport } from '@beseda/shared/client/drafts';
import { REPORT_FIELDS, REPORT_LIMITS, type ReportField } from '@beseda/shared/domain/report';
import { REPORT_LABELS } from '@beseda/shared/domain/report-labels';
import { TICKET_TYPES } from '@beseda/shared/domain/words';
import { fill } from '../model/fill';
import type { Panel } from '../model/panel';
import { grow } from '../views/composer';
import { adopt, type ViewProps } from '../views/lazy-view';
import { AboutDistributor } from './about-distributor';
import css from './report.css?inline';
import { SentAlong } from './sent-along';
import { reportTexts } from './texts';

adopt(css);

/** What a new conversation asks for besides its text: above the button, and below it. */
export function View(props: ViewProps) {
  return props.below ? <Along {...props} /> : <Fields {...props} />;
}

/** Under the text: the other fields of its type. */
function Fields({ panel, id }: ViewProps) {
  const { report = {} } = panel.draft(id);
  return (
    <div class="report" onKeyDown={sendByKeys}>
      {REPORT_FIELDS[report.type ?? 'question'].slice(1).map((field) => (
        <Field key={field} panel={panel} field={field} report={report} change={changeOf(panel, id)} />
      ))}
      <Kept panel={panel} report={report} />
    </div>
  );
}

/** Whom it concerns and what goes along: below the button, which must not move away from under a finger. */
function Along({ panel, id }: ViewProps) {
  const { report = {} } = panel.draft(id);
  const change = changeOf(panel, id);
  return (
    <div class="report" onKeyDown={sendByKeys}>
      {panel.boot.noDistributor || <AboutDistributor panel={panel} report={report} change={change} />}
      <SentAlong panel={panel} report={report} change={change} />
    </div>
  );
}

const changeOf = (panel: Panel, id: string) => (patch: DraftReport) =>
  panel.write(id, { report: { ...panel.draft(id).report, ...patch } });

/** Enter makes a line here. */
function sendByKeys(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  (event.target as HTMLElement).closest('form')?.requestSubmit();
}

export interface FieldProps {
  panel: Panel;
  report: DraftReport;
  change: (patch: DraftReport) => void;
}

function Field({ panel, field, report, change }: FieldProps & { field: ReportField }) {
  const { fields = {} } = report;
  return (
    <label>
      <small class="lead">{REPORT_LABELS[panel.state.locale][field]}</small>
      <textarea
        ref={(area) => grow(area)}
        rows={1}
        maxLength={REPORT_LIMITS.field}
        value={fields[field] ?? ''}
        onInput={({ currentTarget }) => change({ fields: { ...fields, [field]: currentTarget.value } })}
      />
    </label>
  );
}

/** Fields of other types that were filled before the type was changed. */
function Kept({ panel, report }: Omit<FieldProps, 'change'>) {
  const { texts, locale } = panel.state;
  const shown: readonly ReportField[] = REPORT_FIELDS[report.type ?? 'question'];
  return TICKET_TYPES.filter((type) => {
    const fields: readonly ReportField[] = REPORT_FIELDS[type];
    return fields.some((field) => report.fields?.[field] && !shown.includes(field));
  }).map((type) => (
    <p key={type} class="kept" role="status">
      {fill(reportTexts(locale).kept, { type: texts.types[type] })}
    </p>
  ));
}
