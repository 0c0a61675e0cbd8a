// Values that work against whoever reads them.

/** A members CSV. */
export const members = "Name,Email,Role,Status,Seat Tier\nAnn,ann@acme.com,Owner,Active,Premium\n";

const thrower = (thrown) => () => {
  throw thrown;
};
/** An object whose every trap throws. */
const trap = (target = {}, thrown = new Error("not today")) => {
  const traps = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"];
  return new Proxy(target, Object.fromEntries(traps.map((name) => [name, thrower(thrown)])));
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const cyclic = () => {
  const value = {};
  value.email = value;
  return value;
};
const deep = () => {
  let value = [];
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  return value;
};
const getter = (name, thrown = new Error("not today")) => Object.defineProperty({}, name, { get: thrower(thrown), enumerable: true });

/** Made anew for each use. */
export const hostile = {
  "a getter that throws": () => getter("email"),
  "a getter that throws no error": () => getter("email", "no"),
  "a getter that throws nothing": () => getter("email", undefined),
  "a getter that throws a symbol": () => getter("email", Symbol("no")),
  "a getter that throws what has no text": () => getter("email", Object.create(null)),
  "a getter that throws what calls itself ours": () => getter("email", { name: "RolecallError", code: "input/empty" }),
  "a getter that throws a proxy": () => getter("email", trap()),
  "a getter of the key that tells files": () => getter("data"),
  "a method that throws": () => ({ toJSON: thrower(new Error("not today")) }),
  "what contains itself": cyclic,
  "a number beyond JSON": () => ({ email: 1n }),
  "a proxy that throws": () => trap(),
  "a list that is a proxy": () => trap([]),
  "a function that is a proxy": () => trap(() => {}),
  "a proxy that is revoked": revoked,
  "lists in lists without end": deep,
};
/** Bytes of which nothing is left, made anew for each use. */
export const detached = {
  "bytes that are handed over": () => {
    const bytes = new TextEncoder().encode(members);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    return bytes;
  },
  "a buffer that is handed over": () => {
    const { buffer } = new Uint8Array(8);
    structuredClone(buffer, { transfer: [buffer] });
    return buffer;
  },
};
