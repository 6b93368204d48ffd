import type { ComponentProps } from "react";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { SessionReasonForm } from "./session-reason-form";

type Props = {
  /** Of the session, as it was planned. */
  title: string;
  links: Record<"session" | "self", string>;
  reply: MutationReply | undefined;
};

/** The page on which a session is called off. */
export function SessionCancellation(props: Props) {
  const t = useT();
  return (
    <Move
      {...props}
      heading={t("training.cancelTitle")}
      text={t("training.cancelText")}
      hint={t("training.cancelReasonHint")}
      submit={t("training.cancel")}
      isDanger
    />
  );
}

/** The page on which a closed list is opened again. */
export function SessionReopening(props: Props) {
  const t = useT();
  return (
    <Move
      {...props}
      heading={t("training.reopenTitle")}
      text={t("training.reopenText")}
      hint={t("training.reopenReasonHint")}
      submit={t("training.reopen")}
    />
  );
}

type MoveProps = Props &
  Omit<ComponentProps<typeof SessionReasonForm>, "action"> & { heading: string; text: string };

function Move({ title, links, heading, text, ...form }: MoveProps) {
  const mark = useMark();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={links.session} text={mark(title, "vi")} />
      <h1 className="text-3xl">{heading}</h1>
      <p className="mt-2 text-soft">{text}</p>
      <SessionReasonForm action={links.self} {...form} />
    </div>
  );
}
