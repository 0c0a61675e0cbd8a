import { onScopeDispose, readonly, shallowRef, watch, type Ref } from "vue";
import type { Config } from "rolecall";
import { createGuard, type GuardSession } from "rolecall/guard";

/** A guard of a configuration that lives as long as the component, with its state. */
export function useGuard(session: GuardSession, config: Readonly<Ref<Config>>) {
  const guard = createGuard({ session, read: () => config.value });
  const state = shallowRef(guard.state);
  guard.subscribe((next) => (state.value = next));
  watch(config, guard.changed, { immediate: true });
  onScopeDispose(guard.free);
  return { guard, state: readonly(state) };
}
