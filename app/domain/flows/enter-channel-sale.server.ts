import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  enterChannelSale as enter,
  type ChannelAnswer,
  type ChannelEntry,
  type ChannelProblem,
  type ChannelTyping,
  type CorrectedRecord,
} from "~/domain/statistics/enter-channel-sale.server";
import { eraseSourceFile } from "~/domain/statistics/erase-source-file.server";
import type { SourceFile } from "~/domain/statistics/source-file";
import { storeSourceFile } from "~/domain/statistics/store-source-file.server";
import { inTransaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import type { Result } from "~/platform/result";
import { encodeSourceFile, type SourceFileCode } from "./encode-source-file.server";
import { readSent } from "./read-sent.server";

export type ChannelInput = {
  sale: Omit<ChannelEntry, "file" | "enteredById">;
  /** The report as it was sent; null: none, and of a correction the one that is there stays. */
  file: { sent: SentFile; fileName: string } | null;
  corrects: CorrectedRecord;
  typing: ChannelTyping;
};

/**
 * An officer enters what was sold on another channel, or corrects it; doubtful figures are asked about before anything is
 * written, and what was not entered leaves no file behind.
 */
export async function enterChannelSale(
  actor: UserActor,
  input: ChannelInput,
): Promise<Result<ChannelAnswer, ChannelProblem | SourceFileCode>> {
  const { file } = input;
  if (file === null) return write(actor, input, null);
  const encoded = await readSent(file.sent, encodeSourceFile);
  if (!encoded.ok) return encoded;
  const stored = await storeSourceFile({ ...encoded.value, fileName: file.fileName });
  let isKept = false;
  try {
    const written = await write(actor, input, stored);
    isKept = written.ok && written.value.outcome === "entered" && !written.value.isRepeat;
    return written;
  } finally {
    if (!isKept) await eraseSourceFile(stored);
  }
}

async function write(
  actor: UserActor,
  { sale, corrects, typing }: ChannelInput,
  file: SourceFile | null,
): Promise<Result<ChannelAnswer, ChannelProblem>> {
  return inTransaction(async (tx) => {
    const entry = { ...sale, file, enteredById: actor.userId };
    const entered = await enter(tx, entry, { corrects, typing });
    if (!entered.ok || entered.value.outcome === "question" || entered.value.isRepeat) {
      return entered;
    }
    await recordAction(tx, {
      actor,
      action: corrects ? "channel_sale.correct" : "channel_sale.enter",
      subject: { kind: "channel_sale", id: entered.value.recordId },
      after: entry,
    });
    return entered;
  });
}
