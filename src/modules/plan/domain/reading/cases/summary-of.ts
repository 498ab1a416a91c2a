import type { PlanReading, ReadAssignment } from '../plan-reading.ts';

/** A reading as lines an official can check against the document. */
export function summaryOf(reading: PlanReading): string[] {
  return [
    `tên: ${reading.title}`,
    `năm ${reading.year}, ${reading.issuer} (${reading.issuerLevel}), số ${reading.decision.number}, ngày ${reading.decision.date}`,
    ...reading.purposes.map((text) => `mục đích: ${text}`),
    ...reading.qualitativeObjectives.map((text) => `mục tiêu: ${text}`),
    ...(reading.funding === '' ? [] : [`kinh phí: ${reading.funding}`]),
    ...reading.targets.map(
      (target) =>
        `chỉ tiêu ${target.section}: ${target.measure} ${target.operator} ${target.valuePercent}%${target.aspiration ? ' (phấn đấu)' : ''}${target.alsoIn ? `, cũng ở ${target.alsoIn.join(', ')}` : ''}`,
    ),
    ...reading.tasksNarrative.map(
      (task) =>
        `nhiệm vụ ${task.section} ${task.letter || '-'}: ${task.text}${task.lead ? assignment(task as ReadAssignment) : ''}`,
    ),
    ...reading.appendices.flatMap((appendix) => [
      `phụ lục ${appendix.number || '-'}: ${appendix.title} [${appendix.columns.join(' | ')}]`,
      ...appendix.tasks.map(
        (task) =>
          `  ${task.group ? `${task.groupNo} ${task.group} / ` : ''}${task.noText ?? task.no}. ${task.content}${assignment(task)}`,
      ),
    ]),
    ...reading.responsibilities.flatMap(({ role, duties }) => duties.map((duty) => `trách nhiệm: ${role} → ${duty}`)),
    ...reading.recurringReports.map(
      (report) =>
        `báo cáo ${report.section}: ${report.who} → ${report.to}: ${report.frequency.join(', ') || report.frequencyText}${report.dueText ? `, ${report.dueText}` : ''}`,
    ),
    ...reading.unread.map(({ text }) => `chưa nhận diện: ${text}`),
  ];
}

function assignment(task: ReadAssignment): string {
  const others = task.otherRoles?.map(({ role, units }) => `; ${role}: ${units.join(' + ')}`).join('') ?? '';
  return ` ⇒ ${task.outputs.join(' + ') || '-'} | ${task.lead.join(' + ') || '-'} | ${task.coordinators.join(' + ') || '-'} | ${task.deadlineText || '-'}${others}`;
}
