import { expect, it } from 'vitest';
import { cleanFileName } from './clean-file-name';

it.each([
  ['Отчёт.pdf', 'application/pdf', 'Отчёт.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\Users\\o\\a b.TXT', 'text/plain', 'a b.TXT'],
  ['ann\u202egpj.exe', 'image/png', 'anngpj.exe.png'],
  ['run.bat', 'text/plain', 'run.bat.txt'],
  ['a\r\n<b>.png', 'image/png', 'a_b_.png'],
  ['', 'image/png', 'file.png'],
  ['..', 'text/plain', 'file.txt'],
  ['.htaccess', 'text/plain', 'htaccess.txt'],
])('%j of type %s becomes %j', (given, type, expected) => {
  expect(cleanFileName(given, type)).toBe(expected);
});

it('is cut to 200 characters and keeps its ending', () => {
  const name = cleanFileName(`${'я'.repeat(300)}.docx`, 'application/zip');
  expect(name).toHaveLength(200);
  expect(name.endsWith('.zip')).toBe(true);
});
