import { useEffect, useState } from 'react';

/** The time by this device, in milliseconds since 1970, once a second: for clocks alone. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
