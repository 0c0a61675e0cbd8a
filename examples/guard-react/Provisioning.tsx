import { useMemo, useState, type ChangeEvent, type FormEvent } from "react";
import { configOf, initial, save, session } from "../organization.ts";
import { useGuard } from "./useGuard.ts";

export function Provisioning() {
  const [settings, setSettings] = useState(initial);
  const [saved, setSaved] = useState("");
  const config = useMemo(() => configOf(settings), [settings]);
  const { guard, state } = useGuard(session, config);
  const shown = state?.previous ?? state; // what is shown stays until there is an answer

  const edit = ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    setSettings({ ...settings, [target.name]: target.value });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSaved("");
    const answer = await guard?.check();
    if (!answer?.mayGoOn) return; // the state says why
    setSaved(await save(answer.config).then(() => "Saved.", (error: Error) => `Not saved: ${error.message}`));
  }

  return (
    <>
      <h1>Provisioning</h1>
      <form onSubmit={submit}>
        <label className="field">
          Mode
          <select name="mode" value={settings.mode} onChange={edit}>
            <option value="manual">Manual</option>
            <option value="jit">JIT</option>
            <option value="scim">SCIM</option>
          </select>
        </label>
        <label className="field">
          Groups of owners <input name="owners" autoComplete="off" value={settings.owners} onChange={edit} />
        </label>
        <label className="field">
          Groups of users <input name="users" autoComplete="off" value={settings.users} onChange={edit} />
        </label>

        <section aria-label="What saving does" aria-busy={state?.status === "checking"}>
          <p id="headline" role="status">
            {shown?.headline}
          </p>
          <ul>
            {shown?.findings.map(({ id, severity, message, help }) => (
              <li key={id}>{`${severity}: ${message}. ${help}`}</li>
            ))}
          </ul>
        </section>
        {shown?.verdict === "confirm" && (
          <label>
            <input
              type="checkbox"
              checked={shown.why === "acknowledged"}
              onChange={({ target }) => (target.checked ? guard?.acknowledge(shown.fingerprint) : guard?.withdraw())}
            />{" "}
            I have read this and want to save it
          </label>
        )}
        <button aria-describedby="headline" aria-disabled={!state?.mayGoOn}>
          Save
        </button>
        <p role="status">{saved}</p>
      </form>
    </>
  );
}
