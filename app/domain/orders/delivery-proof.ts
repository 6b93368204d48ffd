/** Its id is the program's own: whoever sends a form cannot write over another photo. */
export type ProofPhoto = { id: string; width: number; height: number };

/** What a household recorded when it handed an order over: who took it, a photo, or both. */
export type DeliveryProof = {
  /** Made with the form. */
  id: string;
  /** Blank: only a photo. */
  receivedBy: string;
  /** One file, never among the photos that are served openly. */
  photo: ProofPhoto | null;
  recordedAt: number;
};
