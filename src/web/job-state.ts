/** How far a long job is. */
export interface JobState {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** 0–1; undefined when it cannot be told. */
  readonly share?: number | undefined;
  /** What is being done now, or why it failed. */
  readonly words?: string | undefined;
}
