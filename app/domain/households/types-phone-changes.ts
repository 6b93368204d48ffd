/** That a member of a household has another phone. */
export type PhoneChange = {
  id: string;
  memberName: string;
  /** In whole, while it is kept, for the department; else null. */
  oldPhone: string | null;
  /** Likewise; null too where the change is from before it was kept. */
  newPhone: string | null;
  /** The last three digits. */
  oldEnding: string;
  newEnding: string;
  changedAt: number;
  /** Since when it is the number before again. */
  undoneAt: number | null;
};
