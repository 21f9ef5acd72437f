/** An invitation as lines to read: what, when, where, who asks. '' where it holds no event. */
export function tellInvitation(calendar: string): string {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const start = lines.findIndex((line) => /^BEGIN:VEVENT/i.test(line));
  if (start < 0) return '';
  const method = /^METHOD:(.+)$/im.exec(calendar)?.[1]?.trim().toUpperCase() ?? '';
  const values = new Map<string, { value: string; zone: string }>();
  for (const line of lines.slice(start + 1)) {
    if (/^(?:END:VEVENT|BEGIN:VALARM)/i.test(line)) break;
    const field = /^([A-Z-]+)((?:;(?:"[^"]*"|[^:;"])*)*):(.*)$/i.exec(line.slice(0, 20_000));
    if (!field) continue;
    const [, name = '', parameters = '', value = ''] = field;
    const key = name.toUpperCase();
    if (!values.has(key))
      values.set(key, { value: unescape(value), zone: /TZID="?([^";:]+)/i.exec(parameters)?.[1] ?? '' });
  }
  const told = [
    `${values.get('SUMMARY')?.value ?? ''}${method === 'CANCEL' ? ' (CANCELLED)' : ''}`.trim(),
    tellSpan(values.get('DTSTART'), values.get('DTEND')),
    values.get('LOCATION')?.value ?? '',
    (values.get('ORGANIZER')?.value ?? '').replace(/^mailto:/i, ''),
    values.get('DESCRIPTION')?.value ?? '',
  ];
  return told.filter((line) => line.trim() !== '').join('\n');
}

interface Moment {
  value: string;
  zone: string;
}

function tellSpan(start: Moment | undefined, end: Moment | undefined): string {
  if (!start) return '';
  const from = tellMoment(start.value);
  const to = end ? tellMoment(end.value) : '';
  const sameDay = to.slice(0, 10) === from.slice(0, 10);
  const zone = start.zone || (start.value.endsWith('Z') ? 'UTC' : '');
  return `${from}${to && to !== from ? `–${sameDay ? to.slice(11) : to}` : ''}${zone ? ` (${zone})` : ''}`;
}

function tellMoment(value: string): string {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2}))?/.exec(value);
  if (!found) return value;
  const [, year, month, day, hour, minute] = found;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}`;
}

function unescape(value: string): string {
  return value
    .replace(/\\([nN,;\\])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char))
    .trim();
}
