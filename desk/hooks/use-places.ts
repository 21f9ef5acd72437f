import type { Place } from '../model/route';
import { usePage } from '../views/contexts';
import { useValue } from './use-value';

export function usePlaces(): Place {
  return useValue(usePage().places);
}
