import type { Language } from "~/platform/language";
import { translatorFor } from "~/web/i18n";
import { describeForeignForm, describeStatus } from "~/web/describe-status";
import { inLanguage } from "~/web/with-query";

/** A page for what never reaches a route: too large, too broken, or the routes themselves failed. */
export function errorDocument(options: {
  status: number;
  language: Language;
  reference: string;
  /** The address that was asked for, as the person sees it. */
  page: string;
}): Response {
  const { status, language, reference, page } = options;
  const t = translatorFor(language);
  // Permissions are the routes' business: before them only a form from another site is forbidden.
  const isForeignForm = status === 403;
  const { title, text } = isForeignForm
    ? describeForeignForm(t)
    : describeStatus(t, status, reference);
  const again = isForeignForm
    ? `<p><a href="${escapeHtml(page)}">${escapeHtml(t("common.reopenPage"))}</a></p>\n`
    : "";
  const html = `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – ${escapeHtml(t("common.appName"))}</title></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
${again}<p><a href="${inLanguage(language, "/")}">${escapeHtml(t("common.goHome"))}</a></p></main></body></html>`;
  return new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
