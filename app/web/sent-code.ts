/** A code that was sent, as the page on which its digits are typed shows it. */
export type SentCode = {
  /** As its reader may see it; null when nothing is known of the code any more. */
  phone: string | null;
  isOpen: boolean;
  canSendAgain: boolean;
  wasRefused: boolean;
  isAgain: boolean;
  /** In a demo, which sends nothing. */
  demoDigits: string | null;
};
