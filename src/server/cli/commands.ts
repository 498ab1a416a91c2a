/** Runs a command with the words after its name and returns the exit code. */
export type CliRun = (args: readonly string[]) => Promise<number>;

export interface CliCommand {
  readonly words: readonly string[];
  /** One line for the list of commands. */
  readonly gist: string;
  /** Loads the command only when it is asked for: reading a plan needs neither server nor database. */
  readonly load: () => Promise<CliRun>;
}

/** All commands of `npm run cli`. */
export const cliCommands: readonly CliCommand[] = [
  {
    words: ['init'],
    gist: 'tạo đơn vị thật và người quản trị đầu tiên',
    load: async () => (await import('./init.ts')).runInit,
  },
  {
    words: ['demo', 'remove'],
    gist: 'gỡ bản trình diễn cùng mọi dữ liệu giả định',
    load: async () => (await import('./demo-remove.ts')).runDemoRemove,
  },
  {
    words: ['plan', 'read'],
    gist: 'đọc một kế hoạch từ tệp .docx, .pdf hoặc .txt',
    load: async () => (await import('./plan-read.ts')).planRead,
  },
  {
    words: ['process', 'check'],
    gist: 'kiểm tra quy trình nội bộ trong một tệp JSON',
    load: async () => (await import('./process-check.ts')).processCheck,
  },
  {
    words: ['due'],
    gist: 'tính hạn trả kết quả và giải thích, một hồ sơ hoặc cả bảng CSV',
    load: async () => (await import('./due.ts')).runDue,
  },
];
