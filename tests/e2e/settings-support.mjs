// What the tests of the configuration's form share.

import { eventually, page } from "./support.mjs";

export const MAPPING = "/provisioning/groupMapping";

/** Starts server and browser as `page` does; the answer opens pages with the form and ways to its controls. */
export function formPage() {
  const app = page();
  return (t, options) => open(app, t, options);
}

/** The page with the form, the text behind it, and ways to the form's controls. */
async function open(app, t, options) {
  const opened = await app.open(t, options);
  const { tab, editor } = opened;
  const form = tab.locator("rc-settings-form");
  const text = () => tab.locator("rc-settings").evaluate((node) => node.input.text);
  return {
    ...opened,
    form,
    text,
    config: async () => JSON.parse(await text()),
    /** Waits for what the text says, as JSON. */
    says: (check, what) => eventually(async () => JSON.parse(await text()), check, what),
    at: (pointer) => form.locator(`[data-at="${pointer}"]`).last(),
    groups: (pointer) => form.locator(`rc-groups[pointer="${pointer}"]`),
    /** Types a text into the JSON view and comes back. */
    async given(config) {
      await opened.field("config").fill(typeof config === "string" ? config : JSON.stringify(config, null, 2));
      await editor("config")
        .getByRole("tab", { name: /Form|フォーム/ })
        .click();
    },
    openAll: () => tab.locator("rc-settings details").evaluateAll((all) => all.forEach((one) => (one.open = true))),
  };
}
