/**
 * Packages that the lock file refers to as optional parts (native code for other operating systems) and does not
 * list. npm leaves them out when it is run where they cannot be fetched, and "npm ci" then refuses everywhere.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} names with versions
 */
export function missingOptionalPackages(lock) {
  const listed = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').pop()));
  const missing = Object.values(lock.packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !listed.has(name))
      .map(([name, version]) => `${name}@${version}`),
  );
  return [...new Set(missing)].sort();
}
