import { open } from 'node:fs/promises';

const FREE = 0xffff_fffa;
const ENTRY_BYTES = 128;
const MOST_SECTORS = 64;

/**
 * Old Word and Excel files share one container (MS-CFB). Which it is, the names in its directory tell; null when it
 * is neither: an installer, a mail, an encrypted document.
 */
export async function readOfficeType(
  path: string,
): Promise<'application/msword' | 'application/vnd.ms-excel' | null> {
  for (const name of await readDirectory(path)) {
    if (name === 'EncryptedPackage') return null;
    if (name === 'WordDocument') return 'application/msword';
    if (name === 'Workbook' || name === 'Book') return 'application/vnd.ms-excel';
  }
  return null;
}

/** Entry names in the order of the directory's sector chain. */
async function readDirectory(path: string): Promise<string[]> {
  const file = await open(path, 'r');
  try {
    const read = async (at: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const header = await read(0, 512);
    const sectorSize = header.length === 512 ? 1 << (header.readUInt16LE(30) & 15) : 0;
    if (sectorSize < 512) return [];
    const names: string[] = [];
    let sector = header.readUInt32LE(48);
    for (let count = 0; sector < FREE && count < MOST_SECTORS; count++) {
      names.push(...namesIn(await read((sector + 1) * sectorSize, sectorSize)));
      sector = await nextSector(header, sector, sectorSize, read);
    }
    return names;
  } finally {
    await file.close();
  }
}

/** The allocation table's own sectors are listed in the header, 109 of them: enough for 6 MB and the directory's start. */
async function nextSector(
  header: Buffer,
  sector: number,
  sectorSize: number,
  read: (at: number, length: number) => Promise<Buffer>,
): Promise<number> {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return FREE;
  const tableSector = header.readUInt32LE(76 + table * 4);
  if (tableSector >= FREE) return FREE;
  const entry = await read((tableSector + 1) * sectorSize + (sector % perSector) * 4, 4);
  return entry.length === 4 ? entry.readUInt32LE(0) : FREE;
}

function namesIn(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    const length = Math.min(sector.readUInt16LE(at + 64), 64) - 2;
    if (length > 0) names.push(sector.subarray(at, at + length).toString('utf16le'));
  }
  return names;
}
