import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../prepare/paths.mjs';

/** Files that a package's exports name: the only places allowed to pass on what others export. */
export function packageDoors() {
  const doors = new Set();
  for (const manifest of globSync('{apps,packages}/*/package.json', { cwd: root }).concat(
    'prisma/seed/package.json',
  )) {
    const file = join(root, manifest);
    if (!existsSync(file)) continue;
    const folder = dirname(manifest).replaceAll('\\', '/');
    for (const target of Object.values(JSON.parse(readFileSync(file, 'utf8')).exports ?? {})) {
      const path = posix.join(folder, target);
      for (const match of path.includes('*') ? globSync(path, { cwd: root }) : [path])
        doors.add(match.replaceAll('\\', '/'));
    }
  }
  return doors;
}
