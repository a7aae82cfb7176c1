import type { PositionFigure, PositionOut } from '@gt/contracts/schemas';

/** Every figure of a position, wherever it stands. */
export function figuresIn(position: PositionOut): PositionFigure[] {
  const found: PositionFigure[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('key' in value && 'filter' in value && 'value' in value) found.push(value as PositionFigure);
    else for (const part of Object.values(value)) look(part);
  };
  look(position);
  return found;
}
