import type { FileStore } from '#server/files.ts';
import type { Mount } from '#server/module.ts';
import { mountAbove } from './above.ts';
import { mountAddTask } from './add-task.ts';
import { mountCarryOver } from './carry-over.ts';
import { mountChangeTask } from './change-task.ts';
import { mountChecks } from './checks.ts';
import { mountTaskSheet } from './task-sheet.ts';

/** Routes that assign and change tasks. */
export function mountTasks(mount: Mount, files: FileStore): void {
  mountAddTask(mount);
  mountAbove(mount);
  mountChangeTask(mount);
  mountChecks(mount);
  mountCarryOver(mount);
  mountTaskSheet(mount, files);
}
