/** Offers `rows` (arrays of values) as a CSV file that spreadsheets open as UTF-8. */
export function saveCsv(name, rows) {
  const lines = rows.map((row) => row.map(quote).join(';'));
  const file = new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function quote(value) {
  const text = String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
