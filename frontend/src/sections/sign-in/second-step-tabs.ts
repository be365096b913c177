import { useEffect, useEffectEvent } from 'react';

const channelName = 'portico-second-step';

/**
 * Tells the other tabs of this browser that a second step starts here. They share one
 * cookie for it: a code entered in another tab would count for this sign-in.
 */
export function announceSecondStep() {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('started');
  channel.close();
}

/** Calls back when a second step starts in another tab. */
export function useSecondStepElsewhere(onStarted: () => void) {
  const started = useEffectEvent(onStarted);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = () => started();
    return () => channel.close();
  }, []);
}
