export { EditTemplateDialog } from './edit-template-dialog.tsx';
export { KeepTemplateDialog } from './keep-template-dialog.tsx';
export { type Template, templatesQuery } from './queries.ts';
export { StartFrom } from './start-from.tsx';
