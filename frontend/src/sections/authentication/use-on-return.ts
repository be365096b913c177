import { useEffect } from 'react';

/** Calls back whenever this tab is looked at again: an emailed link was perhaps opened in another. */
export function useOnReturn(back: () => void) {
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') back();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [back]);
}
