// The browser of the journeys: Debian's Chromium. Playwright's own download is not used.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runStep, stop } from "../../app/server/setup.mjs";

const PLACES = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];

export function findChromium() {
  return PLACES.find((place) => place !== undefined && existsSync(place));
}

/** Installs Chromium when this runs as root on Debian; otherwise says how to get it. */
export async function ensureChromium() {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && hasAptGet()) {
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    await runStep("Reading Debian's package lists", "apt-get", ["update", "-qq"], quiet);
    await runStep(
      "Installing Chromium for the browser tests",
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
      quiet,
    );
  }
  if (!findChromium()) {
    stop(
      "The browser tests need Chromium. On Debian or Ubuntu: sudo apt-get install chromium. " +
        "Elsewhere: install Chromium or Chrome and set CHROMIUM_PATH to it.",
    );
  }
}

function hasAptGet() {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
