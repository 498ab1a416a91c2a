/** What other modules may ask of this one. */
export { loadWorkingCalendar } from './queries/stored-calendar.ts';
