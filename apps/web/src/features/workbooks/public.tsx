export { WorkbookPage } from './workbook-page.tsx';
export { WorkbooksPage } from './workbooks-page.tsx';
