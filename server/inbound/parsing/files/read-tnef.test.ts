import { expect, it } from 'vitest';
import { writeParts } from '../../../testing/write-mail';
import { parseMail } from '../parse-mail';
import { readTnef } from './read-tnef';

const FILE = Buffer.from('%PDF-1.4 file');

it('unpacks the files with their long names, and the text where the mail has none', async () => {
  const packed = pack();
  const part = `Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n${packed.toString('base64')}`;
  const mail = await parseMail(writeParts('multipart/mixed', [part]));
  expect(mail.text).toBe('Письмо из Outlook');
  expect(mail.files).toMatchObject([{ name: 'Счёт на оплату.pdf', type: 'application/pdf' }]);
  expect(Buffer.from(mail.files[0]?.bytes ?? [])).toEqual(FILE);
});

it('reads what is cut off as far as it goes, and leaves alone what is something else', () => {
  const packed = pack();
  for (let length = 6; length < packed.length; length += 7)
    expect(readTnef(packed.subarray(0, length))).not.toBeNull();
  expect(readTnef(Buffer.from('PK\u0003\u0004 a zip'))).toBeNull();
});

function pack(): Buffer {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(0x223e9f78);
  return Buffer.concat([
    start,
    attribute(1, 0x9007, number(1251)),
    attribute(1, 0x9003, properties([[0x1000, 0x1f, Buffer.from('Письмо из Outlook\0', 'utf16le')]])),
    attribute(2, 0x9002, Buffer.alloc(14)),
    attribute(2, 0x8010, Buffer.from('SCHET~1.PDF\0')),
    attribute(2, 0x800f, FILE),
    attribute(
      2,
      0x9005,
      properties([
        [0x3707, 0x1f, Buffer.from('Счёт на оплату.pdf\0', 'utf16le')],
        [0x370e, 0x1e, Buffer.from('application/pdf\0')],
      ]),
    ),
  ]);
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([level]), number(id), number(data.length), data, Buffer.alloc(2)]);
}

function properties(list: readonly (readonly [id: number, type: number, bytes: Buffer])[]): Buffer {
  return Buffer.concat([
    number(list.length),
    ...list.map(([id, type, bytes]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type);
      head.writeUInt16LE(id, 2);
      return Buffer.concat([
        head,
        number(1),
        number(bytes.length),
        bytes,
        Buffer.alloc((4 - (bytes.length % 4)) % 4),
      ]);
    }),
  ]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
