/** The fixed records of the ZIP format (APPNOTE 6.3.10), with ZIP64 where a field would overflow. */
export interface ZipEntryRecord {
  name: Buffer;
  method: 0 | 8;
  /** Sizes and checksum follow the data (general-purpose bit 3). */
  deferred: boolean;
  zip64: boolean;
  dosTime: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}

const MAX32 = 0xffffffff;
const UTF8_NAMES = 1 << 11;
const DEFERRED = 1 << 3;

export function localHeader(entry: ZipEntryRecord): Buffer {
  const extra = entry.zip64
    ? zip64Extra(entry.deferred ? [0, 0] : [entry.size, entry.compressedSize])
    : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  if (entry.zip64) {
    header.writeUInt32LE(MAX32, 18);
    header.writeUInt32LE(MAX32, 22);
  } else if (!entry.deferred) {
    header.writeUInt32LE(entry.compressedSize, 18);
    header.writeUInt32LE(entry.size, 22);
  }
  if (!entry.deferred) header.writeUInt32LE(entry.crc, 14);
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
}

/** Follows the data of a deferred entry. */
export function dataDescriptor(entry: ZipEntryRecord): Buffer {
  const record = Buffer.alloc(entry.zip64 ? 24 : 16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(entry.crc, 4);
  if (entry.zip64) {
    record.writeBigUInt64LE(BigInt(entry.compressedSize), 8);
    record.writeBigUInt64LE(BigInt(entry.size), 16);
  } else {
    record.writeUInt32LE(entry.compressedSize, 8);
    record.writeUInt32LE(entry.size, 12);
  }
  return record;
}

export function centralHeader(entry: ZipEntryRecord): Buffer {
  const big = [entry.size, entry.compressedSize, entry.offset].map((value) => value >= MAX32);
  const overflow = [entry.size, entry.compressedSize, entry.offset].filter((_, index) => big[index]);
  const extra = overflow.length > 0 ? zip64Extra(overflow) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(versionNeeded(entry) | (3 << 8), 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(Math.min(entry.compressedSize, MAX32), 20);
  header.writeUInt32LE(Math.min(entry.size, MAX32), 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  // A plain file, readable by all (Unix mode 0100644).
  header.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(Math.min(entry.offset, MAX32), 42);
  return Buffer.concat([header, entry.name, extra]);
}

/** Closes the archive; the ZIP64 records come first when a count, size or offset needs them. */
export function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries, 0xffff), 10);
  end.writeUInt32LE(Math.min(size, MAX32), 12);
  end.writeUInt32LE(Math.min(offset, MAX32), 16);
  if (entries < 0xffff && size < MAX32 && offset < MAX32) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45 | (3 << 8), 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}

/** An instant as MS-DOS time, in UTC so that a pack does not depend on the machine's zone. */
export function dosTime(instant: Date): number {
  const year = Math.min(Math.max(instant.getUTCFullYear(), 1980), 2107);
  const date = ((year - 1980) << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate();
  const time =
    (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | Math.floor(instant.getUTCSeconds() / 2);
  return ((date << 16) | time) >>> 0;
}

function versionNeeded(entry: ZipEntryRecord): number {
  return entry.zip64 || entry.offset >= MAX32 ? 45 : 20;
}

/** Version, flags, method and time stand in the same order in both headers. */
function writeCommon(header: Buffer, at: number, entry: ZipEntryRecord): void {
  header.writeUInt16LE(versionNeeded(entry), at);
  header.writeUInt16LE(UTF8_NAMES | (entry.deferred ? DEFERRED : 0), at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt32LE(entry.dosTime, at + 6);
}

function zip64Extra(values: number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, index) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  });
  return extra;
}
