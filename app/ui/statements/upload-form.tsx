import { FileForm } from "~/ui/file-form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Chooses the bank's file; what is wrong with it is said before anything of it is kept. */
export function UploadForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  return (
    <FileForm
      id="statement"
      action={paths.newBankStatement()}
      reply={reply}
      label={t("statements.file")}
      hint={t("statements.fileHint")}
      accept=".csv,.txt,text/csv,text/plain"
      button={t("statements.fileSend")}
    />
  );
}
