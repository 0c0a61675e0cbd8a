// What a tab is made to do again and again, and how much memory it has then.
import { readFileSync } from "node:fs";
import { world } from "../package/worlds.mjs";

const file = (path) => [...readFileSync(new URL(`../files/${path}`, import.meta.url))];

/** Rosters of every kind, with configurations to ask them about, as data that a page can be given. */
export function given() {
  const worlds = Array.from({ length: 12 }, (_, number) => world(number)).map(({ roster, configs }) => ({ roster, configs }));
  const files = {
    members: file("claude-members-quoted/members.csv"),
    entra: file("entra-users/exportUsers_2026-11-20.csv"),
    scim: file("scim-users/users.json"),
    google: file("google-users/User_Download_20112026_101010.csv"),
    japanese: file("encoding-shift-jis/members.csv"),
    utf16: file("encoding-utf-16-le/members.txt"),
  };
  return { worlds, files };
}

/** Runs in the page: makes the functions that the tests call there, `endure.checks` and `endure.sessions`. */
export function prepared({ worlds, files }) {
  const encoder = new TextEncoder();
  const bytes = (value) => encoder.encode(typeof value === "string" ? value : JSON.stringify(value));
  const given = Object.fromEntries(Object.entries(files).map(([name, list]) => [name, new Uint8Array(list)]));
  const rows = (count) => Array.from({ length: count }, (_, index) => ({ email: `p${index}@acme.com`, name: `Person ${index}` }));
  const csv = (people) => `Name,Email,Role,Status,Seat Tier\n${people.map(({ email }) => `"A ""B""",${email},User,Active,Premium\n`).join("")}`;
  const thrower = { get email() { throw new Error("not today"); } };
  const refused = async (ask, rolecall) => {
    try {
      await ask();
    } catch (error) {
      if (error instanceof rolecall.RolecallError && error.code !== "engine/trapped") return;
      throw error;
    }
    throw new Error("this should have been refused");
  };

  const badConfigs = ["", "{", "[]", "{}", '{"organization":{"plan":"gratis"}}', new Uint8Array([0xff]), { organization: thrower }, "[".repeat(1000)];

  /** What is asked of a session beside a check, each once in so many checks. */
  const now = [
    [20, (session, config, count) => session.people(config, { search: `p${count % 9}`, sort: "harm", limit: 20 })],
    [50, (session, config) => session.fingerprint(config)],
    [60, (session, config, count) => session.person(config, `p${count % 9}@acme.com`)],
    [70, (session, config) => session.columns(config)],
    [80, (session, config) => session.flow(config)],
    [90, (session, config, count, { configs }) => session.compare(config, configs[0], { limit: 5 })],
    [100, (session, config) => session.render(config, { as: "people-csv" })],
    [110, (session, config) => session.render(config, { as: "markdown", locale: "ja" })],
    [140, (session) => session.roster()],
    [150, (session) => session.directory()],
    [1000, (session, config) => session.repair(config)],
    [1100, (session, config) => session.plan(config)],
  ];

  /** Sessions that are made, one after the other; those that cannot be are refused half-way. */
  const rosters = [
    () => worlds[3].roster,
    () => JSON.stringify(worlds[5].roster),
    () => bytes(worlds[7].roster),
    () => ({ members: rows(2000), directory: { users: rows(1500).map((row, index) => ({ ...row, groups: [`g${index % 50}`, `h${index % 3}`] })) } }),
    () => ({ members: csv(rows(3000)), directory: null }),
    () => ({ members: [given.members, { data: given.japanese, encoding: "shift_jis" }, given.utf16] }),
    () => ({ members: rows(5), directory: [given.scim, given.google, { data: given.entra, name: "exportUsers_2026-11-20.csv" }], assignment: "listed" }),
    () => ({ members: [...rows(500), new Date(0)], directory: { users: rows(500), groups: ["\ud83d", { name: "g", id: "1" }] } }),
  ];
  const badRosters = [
    () => ({ members: csv(rows(1000)), directory: [given.scim, "{\"Resources\":[{},"] }),
    () => ({ members: rows(1000), directory: { users: {} } }),
    () => ({ members: rows(1000), directory: thrower }),
    () => JSON.stringify({ members: rows(1000) }).slice(0, -1),
    () => ({ members: { data: csv(rows(100)), columns: { email: "Nothing" } } }),
    () => ({ members: new Uint8Array(100_000) }),
  ];

  let resident = [];
  globalThis.endure = {
    /** Opens the sessions that are asked. */
    async open(rolecall, make) {
      resident = await Promise.all(worlds.map(async ({ roster, configs }) => ({ session: await make(roster), configs, rolecall })));
    },
    /** So many checks, of all sessions in turn, and whatever else is asked in between: in the first hundred all of it. */
    async checks(from, to) {
      for (let count = from; count < to; count++) {
        const one = resident[count % resident.length];
        const { session, configs, rolecall } = one;
        const config = { ...configs[Math.floor(count / resident.length) % 3], actor: `p${count % 3}@acme.com` };
        const isDue = (each) => count < 36 || count % each === 0;
        const report = await session.check(count % 2 ? config : JSON.stringify(config), { locale: count % 3 ? "en" : "ja", fixes: isDue(600) });
        if (report.schemaVersion !== 1) throw new Error("no report");
        for (const [each, ask] of now) if (isDue(each)) await ask(session, config, count, one);
        if (isDue(5)) await refused(() => session.check(badConfigs[count % badConfigs.length]), rolecall);
        if (isDue(50)) await refused(() => session.people(config, { outcome: ["nothing"] }), rolecall);
        if (isDue(200)) {
          await rolecall.catalog();
          await rolecall.inspect(given.scim);
          await refused(() => rolecall.inspect("x,y\n1,2"), rolecall).catch(() => {});
          await rolecall.check(config, worlds[count % worlds.length].roster);
        }
      }
    },
    /** So many sessions, made, asked and freed. */
    async sessions(rolecall, make, from, to) {
      const { configs } = worlds[3];
      for (let count = from; count < to; count++) {
        const session = await make(rosters[count % rosters.length]());
        const report = await session.check(configs[count % 3]);
        if (report.schemaVersion !== 1) throw new Error("no report");
        if (count % 2) session.free();
        else session[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
        if (count % 3 === 0) await refused(() => make(badRosters[(count / 3) % badRosters.length]()), rolecall);
      }
    },
  };
}

/** Runs in a tab or in a worker before anything else: has every instance of the engine remembered for as long as it lives. */
export function watched() {
  const made = [];
  const watching = (instance) => {
    made.push(new WeakRef(instance.exports));
    return instance;
  };
  const { instantiate, instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, { construct: (target, given) => watching(new target(...given)) });
  WebAssembly.instantiate = async (...given) => {
    const answer = await instantiate(...given);
    watching(answer.instance ?? answer);
    return answer;
  };
  WebAssembly.instantiateStreaming = async (...given) => {
    const answer = await instantiateStreaming(...given);
    watching(answer.instance);
    return answer;
  };
  /** The pages of all memories together, and the places in all tables of JavaScript's values. */
  globalThis.engines = () => {
    const alive = made.flatMap((one) => one.deref() ?? []);
    const sum = (size) => alive.reduce((sum, one) => sum + size(one), 0);
    return { count: alive.length, pages: sum(({ memory }) => memory.buffer.byteLength) / 2 ** 16, values: sum(({ __wbindgen_externrefs: table }) => table.length) };
  };
}

/** What there is of memory in a tab or in a worker, whose inspector is asked by `send`, once nothing is left that can go. */
export async function used(send) {
  // What is forgotten is told of between two collections.
  for (let time = 0; time < 3; time++) {
    await send("HeapProfiler.collectGarbage");
    await send("Runtime.evaluate", { expression: "new Promise((resolve) => setTimeout(resolve, 20))", awaitPromise: true });
  }
  const { result } = await send("Runtime.evaluate", { expression: "engines()", returnByValue: true });
  const { usedSize, backingStorageSize } = await send("Runtime.getHeapUsage");
  return { ...result.value, heap: usedSize + backingStorageSize };
}

/** The inspectors of a tab's workers: a function for each, as they come. */
export async function inspected(inspector) {
  const workers = new Map();
  inspector.on("Target.attachedToTarget", ({ sessionId }) => {
    let ids = 0;
    const waiting = new Map();
    const send = (method, params = {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++ids, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
        inspector.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: ids, method, params }) }).catch(reject);
      });
    workers.set(sessionId, { send, waiting });
  });
  inspector.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
    const { id, ...answer } = JSON.parse(message);
    workers.get(sessionId)?.waiting.get(id)?.(answer);
  });
  inspector.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  await inspector.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return () => [...workers.values()].map(({ send }) => send);
}
