import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** What the requests of the comparison name. */
export interface RedmineData {
  /** Of the administrator, whom Redmine asks for no permission. */
  readonly apiKey: string;
  readonly projectId: number;
  readonly trackerId: number;
  readonly issueIds: readonly number[];
}

/** A project with so many issues, due over a year, given to forty people. */
export async function makeIssues(databaseUrl: string, count: number): Promise<RedmineData> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const apiKey = randomBytes(20).toString('hex');
    await client.query(`update users set must_change_passwd = false, status = 1 where id = 1`);
    await client.query(
      `insert into tokens (user_id, action, value, created_on, updated_on) values (1, 'api', $1, now(), now())`,
      [apiKey],
    );
    await client.query(
      `insert into settings (name, value, updated_on) values ('rest_api_enabled', '1', now()), ('login_required', '0', now())`,
    );
    await client.query(
      `insert into users (login, firstname, lastname, status, type, admin, language, created_on, updated_on)
       select 'nguoi' || i, 'Người', 'Thử ' || i, 1, 'User', false, 'vi', now(), now() from generate_series(1, 40) i`,
    );
    const project = await client.query<{ id: number }>(
      `insert into projects (name, identifier, status, is_public, lft, rgt, created_on, updated_on)
       values ('Cải cách hành chính', 'cchc', 1, true, 1, 2, now(), now()) returning id`,
    );
    const projectId = Number(project.rows[0]?.id);
    const tracker = await client.query<{ id: number }>('select id from trackers order by position limit 1');
    const trackerId = Number(tracker.rows[0]?.id);
    await client.query('insert into projects_trackers (project_id, tracker_id) select $1, id from trackers', [
      projectId,
    ]);
    await client.query(`insert into enabled_modules (project_id, name) values ($1, 'issue_tracking')`, [projectId]);
    await client.query(
      `insert into members (user_id, project_id, created_on, mail_notification)
       select id, $1, now(), false from users where login like 'nguoi%'`,
      [projectId],
    );
    await client.query(
      `insert into member_roles (member_id, role_id)
       select m.id, (select id from roles where builtin = 0 order by position limit 1) from members m`,
    );
    const issues = await client.query<{ id: number }>(
      `insert into issues (tracker_id, project_id, subject, due_date, status_id, assigned_to_id, priority_id, author_id,
         created_on, updated_on, start_date, root_id, lft, rgt, description)
       select $2, $1, 'Văn bản triển khai số ' || i, current_date - 300 + i * 7 % 365,
         (select id from issue_statuses order by position limit 1 offset i % 2),
         (select id from users where login = 'nguoi' || 1 + i % 40),
         (select id from enumerations where type = 'IssuePriority' and is_default), 1, now(), now(), current_date - 301,
         null, 1, 2, 'Theo kế hoạch cải cách hành chính của năm'
       from generate_series(1, $3::integer) i returning id`,
      [projectId, trackerId, count],
    );
    await client.query('update issues set root_id = id');
    await client.query('vacuum analyze');
    return { apiKey, projectId, trackerId, issueIds: issues.rows.map((row) => Number(row.id)) };
  } finally {
    await client.end();
  }
}
