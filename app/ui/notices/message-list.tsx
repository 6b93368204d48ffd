import { smsText } from "~/domain/notices/sms-text";
import type { NoticeSummary, NoticeWords } from "~/domain/notices/types";
import { useLang } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { NoticeMark } from "./notice-mark";

export type ShownMessage = NoticeSummary & { words: NoticeWords | null };

/** What would have reached people, as they would read it; the link works as it would for them. */
export function MessageList({ messages }: { messages: readonly ShownMessage[] }) {
  return (
    <ul className="mt-4">
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} />
      ))}
    </ul>
  );
}

function MessageItem({ message }: { message: ShownMessage }) {
  const t = useT();
  const { kind, status, channel, recipientKind, maskedPhone, words } = message;
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-line py-5 md:grid-cols-[16rem_1fr]">
      <div>
        <h2 className="text-lg">{t(`notices.kind_${kind}`)}</h2>
        <p className="num text-soft">
          {t(`notices.recipient_${recipientKind}`, { phone: maskedPhone })}
        </p>
        <p className="mt-2">
          <NoticeMark
            status={status}
            channelName={channel === null ? null : t(`notices.channel_${channel}`)}
          />
        </p>
        <p className="mt-1 text-sm text-soft">
          <MessageTime message={message} />
        </p>
      </div>
      {words === null ? (
        <p className="text-soft">{t("notices.emptied")}</p>
      ) : (
        <MessageWords message={message} words={words} />
      )}
    </li>
  );
}

function MessageTime({ message }: { message: NoticeSummary }) {
  const t = useT();
  const { status, sentAt, dueAt, createdAt } = message;
  if (sentAt !== null) {
    return (
      <>
        {t("notices.sentAt")} <LocalTime instant={sentAt} />
      </>
    );
  }
  const isWaiting = status === "waiting";
  return (
    <>
      {isWaiting ? t("notices.dueAt") : t("notices.createdAt")}{" "}
      <LocalTime instant={isWaiting ? dueAt : createdAt} />
    </>
  );
}

function MessageWords({ message, words }: { message: NoticeSummary; words: NoticeWords }) {
  const t = useT();
  const lang = useLang(message.language);
  const isPlain = message.channel === null || message.channel === "sms";
  const text = isPlain ? smsText(words.shortText) : words.text;
  return (
    <div>
      <p className="card max-w-prose px-4 py-3 wrap-anywhere">
        <span lang={lang}>{text}</span>{" "}
        <a href={words.link} className="inline-flex min-h-12 items-center">
          {words.link}
        </a>
      </p>
      {isPlain ? (
        <p className="num mt-1 text-sm text-soft">
          {t("notices.lengthOf", { length: text.length + 1 + words.link.length })}
        </p>
      ) : null}
    </div>
  );
}
