/** The lists that a desk has; `waiting` is what its own people have to answer. */
export const RETURN_TABS = ["waiting", "open", "over"] as const;
export type ReturnTab = (typeof RETURN_TABS)[number];

export function readReturnTab(text: string | null): ReturnTab {
  return RETURN_TABS.find((tab) => tab === text) ?? "waiting";
}
