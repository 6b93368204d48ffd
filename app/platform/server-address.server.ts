import { settings } from "./env.server";

let address: string | undefined;

/** The server process says where it really listens (with PORT=0 the system chooses). */
export function setServerAddress(origin: string): void {
  address = origin;
}

/** Where this process answers on this machine, such as `http://127.0.0.1:3000`. */
export function serverAddress(): string {
  return address ?? `http://127.0.0.1:${settings().PORT}`;
}
