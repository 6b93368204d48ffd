import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownEnvironment } from "./own-environment";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Seeds a DATA_DIR with `npm run seed`'s program and the given options; throws with its output when it fails. */
export function seedFolder(dataDir: string, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(
      process.execPath,
      [join(root, "node_modules/tsx/dist/cli.mjs"), "db/seed.ts", ...options],
      {
        cwd: root,
        env: ownEnvironment({ DATA_DIR: dataDir }),
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`seed ended with ${code}:\n${output}`));
    });
  });
}
