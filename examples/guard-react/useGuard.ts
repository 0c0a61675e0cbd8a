import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Config } from "rolecall";
import { createGuard, type Guard, type GuardSession } from "rolecall/guard";

const nothing = () => () => {};

/** A guard of a configuration that lives as long as the component, with its state. */
export function useGuard(session: GuardSession, config: Config) {
  const latest = useRef(config);
  const [guard, setGuard] = useState<Guard<Config>>();

  useEffect(() => {
    latest.current = config;
    guard?.changed();
  }, [guard, config]);

  // Made in an effect, since what is made must be freed: React may run effects twice.
  useEffect(() => {
    const made = createGuard({ session, read: () => latest.current });
    setGuard(made);
    return () => made.free();
  }, [session]);

  const state = useSyncExternalStore(guard?.subscribe ?? nothing, () => guard?.state);
  return { guard, state };
}
