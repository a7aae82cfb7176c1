import type { ReportFormat } from '@gt/contracts/words';

export const MEDIA_TYPES: Record<ReportFormat, string> = {
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  PDF: 'application/pdf',
};
