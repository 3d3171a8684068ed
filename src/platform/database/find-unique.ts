import type { EntityTarget, FindManyOptions, ObjectLiteral } from 'typeorm';

import type { Reader } from './writer.js';

/**
 * The row with these unique values and its relations, or null. One query: TypeORM's own `findOne` asks
 * twice as soon as a relation is joined, because it limits the rows.
 */
export async function findUnique<Entity extends ObjectLiteral>(
  from: Reader,
  entity: EntityTarget<Entity>,
  options: Pick<FindManyOptions<Entity>, 'where' | 'relations' | 'select'>,
): Promise<Entity | null> {
  const [row] = await from.find(entity, options);
  return row ?? null;
}
