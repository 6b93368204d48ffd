import { createServer } from "node:http";
import { answerNotice } from "./notice-doors";

export type Doors = {
  /** Sends it over HTTP, by POST unless told otherwise. @param path below `/webhooks/` */
  knock: (path: string, init: RequestInit) => Promise<Response>;
  close: () => void;
};

/** The doors of `/webhooks/` behind a server of their own; what is for another place gets an empty 404. */
export async function openDoors(): Promise<Doors> {
  const server = createServer((incoming, outgoing) => {
    void answerNotice(incoming, outgoing).then((isAnswered) => {
      if (!isAnswered) outgoing.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    knock: (path, init) => fetch(`${origin}/webhooks/${path}`, { method: "POST", ...init }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
