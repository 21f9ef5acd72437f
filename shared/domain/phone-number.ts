/**
 * A telephone number as `+` and digits, whichever way it was written; Russian ones may start with 8. Null: not a number
 * that could be called (6 to 15 digits).
 */
export function readPhoneNumber(given: string): string | null {
  if (!/^[\d\s()+.-]+$/.test(given)) return null;
  const digits = given.replace(/\D/g, '');
  if (digits.length < 6 || digits.length > 15) return null;
  if (!given.trim().startsWith('+') && digits.length === 11 && digits.startsWith('8')) {
    return `+7${digits.slice(1)}`;
  }
  return `+${digits}`;
}

/** As people read it: Russian numbers in groups, others as they are. */
export function formatPhoneNumber(number: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
  return parts ? `+7 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}` : number;
}
