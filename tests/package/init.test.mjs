// How the engine is loaded, how that fails, and how it begins anew after a breakdown.
import assert from "node:assert/strict";
import { readFileSync, renameSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { breakable, install, loaders, refusal } from "./install.mjs";
import { config, roster } from "./sample.mjs";

const wasmOf = (project) => join(project, "node_modules/rolecall/dist/rolecall.wasm");
const works = (rolecall) => assert.equal(rolecall.check(config, roster).people.length, 3);

for (const [system, load] of Object.entries(loaders)) {
  describe(system, () => {
    test("nothing can be asked before init", async () => {
      const rolecall = await load();
      const early = refusal(rolecall, { code: "init/not-called" });
      assert.throws(() => rolecall.check(config, roster), early);
      assert.throws(() => rolecall.catalog(), early);
      assert.throws(() => rolecall.version(), early);
      const loading = rolecall.init();
      assert.throws(() => rolecall.version(), early);
      await loading;
      works(rolecall);
    });

    test("init may be called as often as one likes, also at once", async () => {
      const rolecall = await load();
      await Promise.all([rolecall.init(), rolecall.init(), rolecall.init({})]);
      await rolecall.init();
      works(rolecall);
    });

    const project = install();
    const bytes = readFileSync(wasmOf(project));
    const address = pathToFileURL(wasmOf(project));
    const sources = {
      bytes: () => bytes,
      "an ArrayBuffer": () => new Uint8Array(bytes).buffer,
      "a promise of bytes": () => readFile(address),
      "a module": () => new WebAssembly.Module(bytes),
      "a promise of a module": () => WebAssembly.compile(bytes),
      "a URL": () => address,
      "an address as text": () => address.href,
      "an address elsewhere": () => `data:application/wasm;base64,${bytes.toString("base64")}`,
      "a response": () => new Response(bytes, { headers: { "content-type": "application/wasm" } }),
    };
    for (const [what, source] of Object.entries(sources)) {
      test(`init takes ${what}`, async () => {
        const rolecall = await load();
        await rolecall.init({ module: source() });
        works(rolecall);
      });
    }

    test("after a failed init another may succeed", async () => {
      const rolecall = await load();
      const failed = refusal(rolecall, { code: "init/failed" });
      const offline = () => Promise.reject(new Error("offline"));
      for (const source of [() => new Uint8Array(8), () => null, offline, () => "file:///nowhere", () => "nonsense"]) {
        await assert.rejects(rolecall.init({ module: source() }), failed);
        assert.throws(() => rolecall.version(), refusal(rolecall, { code: "init/not-called" }));
      }
      const two = [rolecall.init({ module: new Uint8Array(1) }), rolecall.init({ module: new Uint8Array(1) })];
      for (const { reason } of await Promise.allSettled(two)) assert.ok(failed(reason));
      await rolecall.init();
      works(rolecall);
    });

    test("a missing file is told of, with its cause", async () => {
      const project = install();
      const rolecall = await load(project);
      renameSync(wasmOf(project), `${wasmOf(project)}.away`);
      await assert.rejects(
        rolecall.init(),
        (error) => refusal(rolecall, { code: "init/failed" })(error) && error.cause.code === "ENOENT",
      );
      renameSync(`${wasmOf(project)}.away`, wasmOf(project));
      await rolecall.init();
      works(rolecall);
    });

    const files = { members: new TextEncoder().encode(JSON.stringify(roster.members)), directory: roster.directory };
    for (const [asked, given] of Object.entries({ session_check: roster, reader_addPacked: roster, reader_add: files })) {
      test(`after a breakdown in ${asked} a fresh init recovers`, async (context) => {
        const rolecall = await load();
        const breakdown = breakable(context, asked);
        await rolecall.init();

        const trapped = refusal(rolecall, { code: "engine/trapped" });
        assert.throws(
          () => rolecall.check(config, given),
          (error) => trapped(error) && error.cause === breakdown,
        );
        assert.throws(() => rolecall.check(config, roster), trapped);
        assert.throws(() => rolecall.version(), trapped);
        await Promise.all([rolecall.init(), rolecall.init()]);
        works(rolecall);
      });
    }
  });
}

test("the entry for browsers needs neither Node nor an address when it is handed the module", async () => {
  const project = install();
  const entry = pathToFileURL(join(project, "node_modules/rolecall/index.js"));
  const rolecall = await import(entry.href);
  await rolecall.init({ module: readFile(wasmOf(project)) });
  works(rolecall);
});
