import type { FileStore } from '#server/files.ts';
import type { Mount } from '#server/module.ts';
import { mountAboveItems } from '../above/above-items.ts';
import { mountAbovePlans } from '../above/take-plan.ts';
import { mountTaskAbove } from '../above/task-above.ts';
import { mountAddTask } from './add-task.ts';
import { mountCarryOver } from './carry-over.ts';
import { mountChangeTask } from './change-task.ts';
import { mountChecks } from './checks.ts';
import { mountTaskSheet } from './task-sheet.ts';

/** Routes that assign and change tasks. */
export function mountTasks(mount: Mount, files: FileStore): void {
  mountAddTask(mount);
  mountAbovePlans(mount);
  mountAboveItems(mount);
  mountTaskAbove(mount);
  mountChangeTask(mount);
  mountChecks(mount);
  mountCarryOver(mount);
  mountTaskSheet(mount, files);
}
