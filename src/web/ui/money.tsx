/** An amount in dong as `1.250.000 đ`, never broken over lines. */
export function Money({ dong }: { dong: number }) {
  return <span className="nowrap">{`${Math.round(dong).toLocaleString('vi-VN')}\u00a0đ`}</span>;
}
