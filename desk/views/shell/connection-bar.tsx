import { useEffect, useState } from 'preact/hooks';
import { useValue } from '../../hooks/use-value';
import { useDesk, useTexts } from '../contexts';

const PATIENCE_MS = 1500;

/** Says that there is no line, once that has lasted long enough to matter, or that the browser keeps nothing. */
export function ConnectionBar() {
  const { texts } = useTexts();
  const { connection, store } = useDesk();
  const { kind } = useValue(connection.state);
  const [late, setLate] = useState(false);
  const online = kind === 'online';
  useEffect(() => {
    setLate(false);
    if (online) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [online]);
  const away = !online && (late || kind === 'refused');
  return (
    <div class="connection" role="status">
      {away && (
        <p class="connection-line">
          <span>{kind === 'refused' ? texts.connection.refused : texts.connection.offline}</span>
          <button type="button" class="button small" onClick={() => connection.connect()}>
            {texts.connection.now}
          </button>
        </p>
      )}
      {!store.durable() && <p class="connection-line">{texts.connection.memory}</p>}
    </div>
  );
}
