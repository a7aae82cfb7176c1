/** The columns whose cells can be changed where they stand. */
export const EDITABLE_COLUMNS = ['status', 'rag', 'owner', 'team', 'dueDate', 'priority'] as const;
export type EditableColumn = (typeof EDITABLE_COLUMNS)[number];

export function isEditable(column: string): column is EditableColumn {
  return EDITABLE_COLUMNS.some((editable) => editable === column);
}
