const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  msk: 180,
  msd: 240,
  cet: 60,
  cest: 120,
};
const DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([+-]\d{2}):?(\d{2})|\s+([a-z]{1,5}))?/i;

/** The moment of a Date header; null where it says none. */
export function readDate(value: string): Date | null {
  const found = DATE.exec(value.replace(/\([^)]*\)/g, ' '));
  if (!found) return orNull(Date.parse(value));
  const [
    ,
    day = '',
    monthName = '',
    yearText = '',
    hour = '',
    minute = '',
    second = '0',
    zoneHours,
    zoneMinutes,
    zone,
  ] = found;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  if (month < 0) return null;
  const year = Number(yearText) + (yearText.length > 2 ? 0 : Number(yearText) < 50 ? 2000 : 1900);
  const offset = zoneHours
    ? Math.sign(Number(`${zoneHours[0]}1`)) * (Math.abs(Number(zoneHours)) * 60 + Number(zoneMinutes))
    : (ZONES[(zone ?? '').toLowerCase()] ?? 0);
  return orNull(
    Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second)) - offset * 60_000,
  );
}

function orNull(at: number): Date | null {
  return Number.isFinite(at) && Math.abs(at) < 8e15 ? new Date(at) : null;
}
