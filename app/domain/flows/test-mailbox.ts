import type { Delivery, Message } from "~/domain/notices/channel";
import { sendDue } from "~/domain/notices/send-due.server";
import { takeEvents } from "~/domain/notices/take-events.server";
import type { WordNotice } from "~/domain/notices/types";

/** Test support: an SMS provider that keeps what it was sent, and knows a message that it has by its id. */
export function createMailbox(word: WordNotice = wordless) {
  const messages = new Map<string, Message>();
  /** Ids that it was sent again although it had said that it has them. */
  const doubles: string[] = [];
  const told = new Set<string>();
  let next: (message: Message) => Delivery["kind"] | "dies" = () => "taken";
  const sms = async (message: Message): Promise<Delivery> => {
    const answer = next(message);
    if (told.has(message.id)) doubles.push(message.id);
    if (answer === "taken") told.add(message.id);
    if (answer === "refused") return { kind: "refused", cause: "refused" };
    if (answer !== "unsure") messages.set(message.id, message);
    if (answer === "dies") throw new Error("the line broke after the message was taken");
    return { kind: answer };
  };
  return {
    messages,
    doubles,
    /** What the provider does from now on; `dies`: it takes the message, and its answer never comes. */
    answer: (how: typeof next) => (next = how),
    send: () => sendDue({ channels: { sms }, word }),
    kinds: () => [...messages.values()].map((message) => message.kind).toSorted(),
    texts: () => [...messages.values()].map((message) => message.words.text),
  };
}

const wordless: WordNotice = ({ kind }) => {
  return { subject: kind, text: kind, shortText: kind, link: "", footer: "", values: {} };
};

/** Takes up and sends what there is, until nothing is due. */
export async function tellAll(mailbox: ReturnType<typeof createMailbox>): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if ((await takeEvents()) + (await mailbox.send()) === 0) return;
  }
  throw new Error("notices without end");
}
