export * from './add-days.ts';
export * from './add-months.ts';
export * from './bank-holidays.ts';
export * from './check-year.ts';
export * from './iso-week.ts';
export * from './london-instant.ts';
export * from './month-grid.ts';
export * from './working-calendar.ts';
