import type { Mount } from '#server/module.ts';
import {
  getMyWork,
  getObligation,
  getOverview,
  getWorkTask,
  listApprovals,
  listCalendar,
  listObligations,
  listWorkTasks,
} from '../../contract/reads.ts';
import { mountAboveReads } from '../above/compared.ts';
import { approvalsAnswer, calendarAnswer, obligationsAnswer, tasksAnswer } from './lists.ts';
import { myWorkAnswer } from './my-work.ts';
import { obligationPageAnswer } from './obligation.ts';
import { overviewAnswer } from './overview.ts';
import { taskPageAnswer } from './work-task.ts';

/** Routes that read work. */
export function mountReads(mount: Mount): void {
  mount(getMyWork, myWorkAnswer);
  mount(listObligations, obligationsAnswer);
  mount(getObligation, obligationPageAnswer);
  mount(listWorkTasks, tasksAnswer);
  mount(getWorkTask, taskPageAnswer);
  mount(listApprovals, approvalsAnswer);
  mount(getOverview, overviewAnswer);
  mount(listCalendar, calendarAnswer);
  mountAboveReads(mount);
}
