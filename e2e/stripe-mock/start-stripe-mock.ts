import type { AddressInfo } from "node:net";
import { z } from "zod";
import { createMockServer } from "./server";
import { World, type StripeMockSettings } from "./state/world";
import { ENDPOINT } from "./webhooks/endpoint";

export type { StripeMockSettings } from "./state/world";
export type { WebhookEndpoint } from "./webhooks/endpoint";
export { TEST_CARDS } from "./cards/test-cards";

export type StripeMock = {
  /** Base of the API and of the control door, without a slash at the end. */
  url: string;
  port: number;
  close: () => Promise<void>;
};

export const DEFAULT_PORT = 12111;

/** Starts a Stripe of one's own on the loopback address; what it knows is gone when it is closed. */
export async function startStripeMock(settings: StripeMockSettings = {}): Promise<StripeMock> {
  z.array(ENDPOINT).parse(settings.webhooks ?? []);
  const world = new World(settings);
  const server = createMockServer(world);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port ?? DEFAULT_PORT, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  world.publicUrl = settings.publicUrl ?? url;
  return {
    url,
    port,
    close: async () => {
      world.reset();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
