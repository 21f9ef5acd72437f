import { useTexts } from '../../contexts';
import { useReportWords } from './use-report-words';

/** Fewer people say too little for a share. */
const FEW = 5;

export function Share({ part, whole, name }: { part: number; whole: number; name?: string }) {
  const words = useReportWords();
  const percent = new Intl.NumberFormat(useTexts().locale, { style: 'percent' });
  if (whole < FEW) {
    return (
      <td class="soft" title={words.fewWhy} data-name={name}>
        {words.few}
      </td>
    );
  }
  return <td data-name={name}>{percent.format(part / whole)}</td>;
}
