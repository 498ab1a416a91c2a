/** A person with the post they act from; a post nobody holds says so. */
export function PersonText({
  name,
  position,
}: {
  name: string | null | undefined;
  position?: string | null | undefined;
}) {
  return (
    <span className="person">
      <span>{name ?? <em className="dimmed">Chưa phân công</em>}</span>
      {position && <span className="person-post">{position}</span>}
    </span>
  );
}
