import { filledFields, type Report } from '@beseda/shared/domain/report';
import { REPORT_LABELS } from '@beseda/shared/domain/report-labels';
import { useTexts } from '../contexts';
import { Fact } from './fact';

/** What the requester filled in, field by field. */
export function ReportSection({ report }: { report: Report }) {
  const { texts, locale } = useTexts();
  const labels = REPORT_LABELS[locale];
  const { distributor } = report;
  return (
    <section class="details-part" aria-label={texts.details.report}>
      <h3>{texts.details.report}</h3>
      <dl class="facts report">
        {filledFields(report).map(([field, value]) => (
          <Fact key={field} name={labels[field]} value={value} />
        ))}
        {distributor && <Fact name={texts.details.distributor} value={distributor.who} />}
        {distributor?.account && <Fact name={labels.account} value={distributor.account} />}
      </dl>
    </section>
  );
}
