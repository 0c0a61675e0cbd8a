// What the tests of large rosters share: files that are made inside the page, and how long its main thread is kept busy.

/** Makes a roster of many people inside the page, without that being part of what is measured. */
export async function prepared(tab, people, name = "large.json") {
  await tab.evaluate(
    async ([people, name]) => {
      const groups = ["claude-owners", "claude-users", "claude-premium", "sales", "legal"];
      const parts = ['{"members":['];
      for (let n = 0; n < people; n++) {
        const role = n === 0 ? "owner" : "user";
        parts.push(`${n ? "," : ""}{"email":"person${n}@example.com","name":"Person ${n}","role":"${role}","seatTier":"standard"}`);
        if (n % 10_000 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      parts.push('],"directory":{"users":[');
      for (let n = 0; n < people; n++) {
        if (n % 20 === 3) continue;
        parts.push(`${n ? "," : ""}{"email":"person${n}@example.com","groups":["${groups[n === 0 ? 0 : 1]}","${groups[3 + (n % 2)]}"]}`);
        if (n % 10_000 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      parts.push("]}}");
      const data = new DataTransfer();
      data.items.add(new File(parts, name));
      globalThis.prepared = data;
    },
    [people, name],
  );
}

/** Drops what has been prepared. */
export const dropPrepared = (tab) =>
  tab.evaluate(() => {
    const target = document.querySelector("rc-app").shadowRoot.querySelector(".inputs > .roster");
    for (const type of ["dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: globalThis.prepared, bubbles: true, composed: true, cancelable: true }));
    }
  });

/**
 * Cancels what is being read once some of it is, and tells what the page said and how many files it showed. It is done
 * inside the page: a click from here might come when all has been read. To be called before the reading begins.
 */
export const cancelWhileReading = (tab) =>
  tab.evaluate(
    () =>
      new Promise((resolve) => {
        const app = document.querySelector("rc-app").shadowRoot;
        const look = () => {
          const reading = app.querySelector("rc-reading").shadowRoot;
          if (!(reading.querySelector("progress")?.value > 0)) return requestAnimationFrame(look);
          const said = reading.querySelector("#what").textContent;
          const files = app.querySelector("rc-files")?.shadowRoot.querySelectorAll("rc-file").length ?? 0;
          reading.querySelector("button").click();
          return resolve({ said, files });
        };
        look();
      }),
  );

/** The longest task of the page's main thread while `work` is done, in milliseconds of processor time. */
export async function longestTask(tab, work) {
  const session = await tab.context().browser().newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "blink.user_timing"] },
  });
  const marker = `main-${Math.random()}`;
  await tab.evaluate((marker) => performance.mark(marker), marker);
  try {
    await work();
  } finally {
    const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await done;
    await session.detach();
  }
  const { pid, tid } = events.find(({ name }) => name === marker);
  const own = events.filter((event) => event.pid === pid && event.tid === tid);
  const tasks = own.filter(({ name, ph, tdur }) => name.endsWith("RunTask") && ph === "X" && tdur !== undefined);
  const longest = tasks.reduce((longest, task) => (task.tdur > (longest?.tdur ?? 0) ? task : longest), undefined);
  const within = own
    .filter(({ ts, dur, tdur }) => dur && ts >= longest.ts && ts + dur <= longest.ts + longest.dur && tdur > 1000)
    .toSorted((a, b) => b.tdur - a.tdur)
    .slice(0, 12)
    .map(({ name, tdur, args }) => `${name} ${Math.round(tdur / 1000)} ms ${args?.data?.type ?? args?.data?.functionName ?? args?.data?.url ?? ""}`);
  return { longest: longest.tdur / 1000, tasks: tasks.length, within };
}
