import { useCall } from '#web/use-call.ts';
import { listLevels, listUnits } from '../../contract/units.ts';
import type { Option } from '../form-field.tsx';
import { useChoices } from '../use-choices.ts';

/** Every unit that concerns this one, as choices; ended ones say until when. */
export function useUnitChoices(): readonly Option[] {
  return useChoices(
    listUnits,
    (row) => (row.validTo === null ? row.name : `${row.name} (đến ${row.validTo.split('-').reverse().join('/')})`),
    { query: { every: 'yes' } },
  );
}

/** The levels of administration, as choices. */
export function useLevelChoices(): readonly Option[] {
  const levels = useCall(listLevels);
  return (levels.data?.rows ?? []).map((level) => ({
    value: level.code,
    label: level.validTo === null ? level.name : `${level.name} (đến ${level.validTo.split('-').reverse().join('/')})`,
  }));
}
