/**
 * One text for one value, so that equal records have equal hashes on every machine: object keys sorted by UTF-16
 * code units, no blanks, numbers and strings as ECMAScript writes them. A Date becomes its ISO instant and a bigint
 * its decimal digits, both as strings. Throws TypeError, naming the place, for what has no such text: undefined,
 * NaN, infinities, functions, symbols, objects that are not plain, half a surrogate pair, and circles.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme).
 * Example: `{b: 1, a: ['é', 2.50]}` is `{"a":["é",2.5],"b":1}`.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', []);
}

function write(value: unknown, path: string, inside: readonly object[]): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'bigint':
      return `"${value}"`;
    case 'string':
      return writeString(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot hold`);
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, path, inside);
    default:
      throw new TypeError(`${path} is ${typeof value}, which JSON cannot hold`);
  }
}

function writeString(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError(`${path} holds half a surrogate pair`);
  return JSON.stringify(text);
}

function writeObject(value: object, path: string, inside: readonly object[]): string {
  if (inside.includes(value)) throw new TypeError(`${path} contains itself`);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new TypeError(`${path} is not a date`);
    return `"${value.toISOString()}"`;
  }
  const within = [...inside, value];
  if (Array.isArray(value)) {
    // Array.from visits holes, which `map` would skip.
    return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`, within)).join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`${path} is not a plain object`);
  }
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key, path)}:${write(member, `${path}.${key}`, within)}`);
  return `{${members.join(',')}}`;
}
