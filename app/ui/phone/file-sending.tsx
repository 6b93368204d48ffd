import { useId, type ReactNode } from "react";
import { PARTED_FILE_MAX_BYTES } from "~/platform/part-limits";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { sendFilesUrl } from "./bundle-addresses";
import type { SendFiles } from "./send-files";
import type { PhotoOf } from "./shrink-photo";

/**
 * In a form with files, above its button: how far they are while its script sends them in parts, and what to do when that
 * fails. Nothing of it is seen without script.
 */
export function FileSending(props: {
  photoOf: PhotoOf;
  /** Of a form whose sender need not be signed in: where parts go, with `:hash` for the file's. */
  guestPlace?: string;
}) {
  const t = useT();
  const language = useLanguage();
  const barId = useId();
  const { photoOf, guestPlace } = props;
  const place = guestPlace ?? paths.fileParts(":hash");
  const how: SendFiles = { photoOf, place, maxBytes: PARTED_FILE_MAX_BYTES };
  const again = <button className="button button-main mt-2 w-full">{t("phone.fileAgain")}</button>;
  const whole = (
    <button type="button" data-whole="" className="button button-quiet mt-2 w-full">
      {t("phone.fileWhole")}
    </button>
  );
  return (
    <div data-send-files={JSON.stringify(how)}>
      <script type="module" src={sendFilesUrl} />
      <div data-progress="" hidden className="card my-4 border-2 border-leaf px-4 py-3">
        <p className="flex items-center justify-between text-lg font-semibold">
          <label htmlFor={barId}>{t("phone.fileSending")}</label>
          <span data-percent="" className="num" />
        </p>
        <progress id={barId} max={1} value={0} className="mt-2 h-4 w-full" />
      </div>
      <Problem of="line" title={t("phone.fileLine")}>
        {again}
        {whole}
      </Problem>
      <Problem of="later" title={t("phone.fileLater")}>
        {again}
        {whole}
      </Problem>
      <Problem of="large" title={t("phone.fileLarge")} />
      <Problem of="many" title={t("phone.fileMany")} />
      <Problem of="unreadable" title={t("phone.fileUnreadable")}>
        <p data-file-name="" className="wrap-anywhere" />
      </Problem>
      {guestPlace === undefined ? (
        <Problem of="ended" title={t("phone.fileEnded")}>
          <p>
            <a
              href={paths.signIn(language)}
              target="_blank"
              rel="noopener"
              className="inline-flex min-h-12 items-center"
            >
              {t("phone.fileSignIn")}
            </a>
          </p>
          {again}
        </Problem>
      ) : null}
    </div>
  );
}

function Problem(props: {
  of: "line" | "later" | "large" | "many" | "unreadable" | "ended";
  title: string;
  children?: ReactNode;
}) {
  return (
    <div data-problem={props.of} hidden>
      <Notice tone="attention" title={props.title}>
        {props.children}
      </Notice>
    </div>
  );
}
