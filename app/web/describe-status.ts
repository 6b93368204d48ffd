import type { Translate } from "./i18n";

/** Title and text of the page for a form that another site sent, or a browser that hides where it was. */
export function describeForeignForm(t: Translate) {
  return { title: t("common.foreignFormTitle"), text: t("common.foreignFormText") };
}

/** Title and text of the page for a failed HTTP status. */
export function describeStatus(t: Translate, status: number, reference: string) {
  switch (status) {
    case 400:
      return { title: t("common.badRequestTitle"), text: t("common.badRequestText") };
    case 401:
    case 403:
      return { title: t("common.forbiddenTitle"), text: t("common.forbiddenText") };
    case 404:
    case 410:
      return { title: t("common.notFoundTitle"), text: t("common.notFoundText") };
    case 405:
      return { title: t("common.methodTitle"), text: t("common.methodText") };
    case 422:
      return { title: t("common.tooSlowTitle"), text: t("common.tooSlowText") };
    case 413:
      return { title: t("common.tooLargeTitle"), text: t("common.tooLargeText") };
    case 429:
      return { title: t("common.tooManyTitle"), text: t("common.tooManyText") };
    case 503:
      return { title: t("common.busyTitle"), text: t("common.busyText") };
    default:
      return {
        title: t("common.errorTitle"),
        text: reference === "" ? t("common.errorTextPlain") : t("common.errorText", { reference }),
      };
  }
}
