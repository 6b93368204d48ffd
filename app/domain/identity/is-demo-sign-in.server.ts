import { settings } from "~/platform/env.server";
import { DEMO_SIGN_INS } from "./demo-sign-ins";

/** A sign-in whose password a demo prints for everybody: nobody's own, so that nobody may change it for the others. */
export function isDemoSignIn(phone: string | null): boolean {
  return settings().APP_MODE === "demo" && DEMO_SIGN_INS.some((one) => one.phone === phone);
}
