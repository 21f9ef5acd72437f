import '../../../css/ratings.css';
import '../../../css/kb-reports.css';
import type { Locale } from '@beseda/shared/domain/words';
import type { ReportCompany } from '@beseda/shared/protocol/searches';
import { useState } from 'preact/hooks';
import type { KnowledgePlace } from '../../../model/knowledge-route';
import { useActions, useTexts } from '../../contexts';
import { useLoaded } from '../../settings/use-loaded';
import { ArticleTable } from './article-table';
import { QueryTable } from './query-table';
import { useReportWords } from './use-report-words';
import { VoteTable } from './vote-table';

const DAY_MS = 86_400_000;
const PERIODS = [7, 30, 90, 365] as const;
const REPORTS = ['not_found', 'refused', 'deflecting', 'tickets', 'votes'] as const;
type Report = (typeof REPORTS)[number];

/** What people looked for, and what the articles did for them. The address holds what is chosen. */
export function ReportsSection({ place }: { place: KnowledgePlace }) {
  const words = useReportWords();
  const actions = useActions();
  const given = new URLSearchParams(place.query);
  const report = REPORTS.find((one) => one === place.rest[0]) ?? 'not_found';
  const [days, setDays] = useState(Number(given.get('days')) || 30);
  const [locale, setLocale] = useState<Locale | ''>((given.get('locale') as Locale | null) ?? '');
  const [plan, setPlan] = useState('');
  const [company, setCompany] = useState('');
  const from = new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  const params = new URLSearchParams({
    from,
    ...(locale && { locale }),
    ...(plan && { plan }),
    ...(company && { company }),
  });
  const isOfQueries = report === 'not_found' || report === 'refused';
  if (isOfQueries) params.set('about', report);
  const what = isOfQueries ? 'queries' : report === 'votes' ? 'votes' : 'articles';
  const path = (file: string) => `/kb/reports/${what}${file}?${params}`;
  const choose = (next: Report) => actions.go({ knowledge: { section: 'reports', rest: [next], query: '' } });
  return (
    <section aria-labelledby="reports-title">
      <h3 id="reports-title">{words.title}</h3>
      <div class="rating-choices">
        <Choice label={words.report} value={report} onChoose={choose} options={words.reports} />
        <Choice
          label={words.period}
          value={String(days)}
          onChoose={(value) => setDays(Number(value))}
          options={Object.fromEntries(PERIODS.map((count) => [String(count), words.days(count)]))}
        />
        <Choice
          label={words.language}
          value={locale || 'all'}
          onChoose={(value) => setLocale(value === 'all' ? '' : value)}
          options={words.languages}
        />
        <PlanChoice plan={plan} onChoose={setPlan} />
        <CompanyChoice company={company} onChoose={setCompany} />
      </div>
      <p class="soft">{words.about[report]}</p>
      {report === 'not_found' || report === 'refused' ? (
        <QueryTable key={path('')} path={path('')} about={report} />
      ) : report === 'votes' ? (
        <VoteTable key={path('')} path={path('')} />
      ) : (
        <ArticleTable key={path('')} path={path('')} about={report} />
      )}
      <p class="report-foot">
        <a class="button" href={`/api/v1${path('.csv')}`} download={`${report}.csv`}>
          {words.file}
        </a>
        <span class="soft">{words.counting}</span>
      </p>
    </section>
  );
}

function Choice<K extends string>(props: {
  label: string;
  value: K;
  options: Readonly<Record<K, string>>;
  onChoose: (value: K) => void;
}) {
  const { label, value, options, onChoose } = props;
  return (
    <label class="field">
      <span>{label}</span>
      <select class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value as K)}>
        {(Object.entries(options) as [K, string][]).map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PlanNames {
  plans: { key: string; nameRu: string; nameEn: string }[];
}

function PlanChoice({ plan, onChoose }: { plan: string; onChoose: (plan: string) => void }) {
  const words = useReportWords();
  const isRussian = useTexts().locale === 'ru';
  const { loaded } = useLoaded<PlanNames>('/kb/tree');
  const plans = loaded.kind === 'ready' ? loaded.data.plans : [];
  const names = plans.map(({ key, nameRu, nameEn }) => [key, isRussian ? nameRu : nameEn]);
  return (
    <Choice
      label={words.plan}
      value={plan || 'all'}
      onChoose={(value) => onChoose(value === 'all' ? '' : value)}
      options={Object.fromEntries([['all', words.allPlans], ...names])}
    />
  );
}

/** Those that reports can be of: it stands there from the start, so that nothing moves. */
function CompanyChoice({ company, onChoose }: { company: string; onChoose: (company: string) => void }) {
  const words = useReportWords();
  const { loaded } = useLoaded<{ results: ReportCompany[] }>('/kb/reports/companies');
  const names = loaded.kind === 'ready' ? loaded.data.results.map(({ id, name }) => [id, name]) : [];
  return (
    <Choice
      label={words.company}
      value={company || 'all'}
      onChoose={(value) => onChoose(value === 'all' ? '' : value)}
      options={Object.fromEntries([['all', words.allCompanies], ...names])}
    />
  );
}
