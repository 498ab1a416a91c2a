import { useState } from 'react';
import { remembered } from '../../shell/remembered.ts';
import type { Column } from './column.ts';

function readShown(text: string | undefined): readonly string[] | undefined {
  const ids = text?.split(',').filter((id) => id !== '');
  return ids && ids.length > 0 ? ids : undefined;
}

/** The columns a person wants to see in this list, remembered on this machine. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const key = `columns:${name}`;
  const [chosen, setChosen] = useState(() => readShown(remembered.find(key)));
  const isShown = (column: Column<Row>) => column.isMain || (chosen ? chosen.includes(column.id) : !column.isHidden);
  return {
    shown: columns.filter(isShown),
    isShown,
    toggle(column: Column<Row>) {
      const next = columns.filter((one) => (one.id === column.id ? !isShown(one) : isShown(one))).map((one) => one.id);
      remembered.save(key, next.join(','));
      setChosen(next);
    },
  };
}
