/** What was typed into a form that its door did not take yet, as the page carries it. */
export type HeldForm = {
  fields: { name: string; value: string }[];
  /** Files were chosen too: no page can carry them. */
  hasFiles: boolean;
};
