import { NO_FILTER } from './apply-migrations.ts';
import { readSchemaFiles, SCHEMA_DIR } from './migration-files.ts';
import { withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that would turn a database into what the Prisma schema says; an empty string when they agree.
 *
 * @param url a database with all present migrations applied
 */
export async function schemaDifference(url: string, schemaDir: string = SCHEMA_DIR): Promise<string> {
  const files = readSchemaFiles(schemaDir);
  return withSchemaEngine(
    url,
    async (engine) => {
      const result = await engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: schemaDir },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: true,
        filters: NO_FILTER,
      });
      return result.exitCode === 0 ? '' : (result.stdout ?? '');
    },
    files,
  );
}
