import { useEffect } from 'preact/hooks';
import { useDesk } from '../views/contexts';
import { useValue } from './use-value';

/** Who has a ticket before their eyes has seen its alerts. */
export function useSeenAlerts(number: number): void {
  const { alerts } = useDesk();
  const unseen = useValue(alerts.unseen);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') alerts.see(number);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [alerts, number, unseen]);
}
