import { id } from '@gt/contracts/schemas';

/** An identifier in the address of a file route; throws the schema's sentence when it is none. */
export function pathId(value: string | undefined): string {
  return id.parse(value ?? '');
}
