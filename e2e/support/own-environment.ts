import { SETTING_NAMES } from "../../app/platform/env.server";

/** The environment of this process without any setting, and without `.env`: a run is the same on every machine. */
export function ownEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, ENV_FILE: "", ...settings };
  for (const name of SETTING_NAMES) if (!(name in settings)) delete environment[name];
  return environment;
}
