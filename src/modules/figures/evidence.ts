/** What a figure of dossiers can be opened as: the word in the address, and the month that it goes by. */
export const evidence = {
  "da-nhan": "received",
  "truc-tuyen": "online",
  "dang-giai-quyet": "open",
  "qua-han": "lateNow",
  "co-ket-qua": "answered",
  "co-han": "timed",
  "dung-hen": "onTime",
  "dung-hen-sau-cho": "onTimeAfterPause",
  "dung-khong-bao": "pausedUnasked",
  "hen-lai": "extended",
  "tre-hen": "late",
  "tre-roi-rut": "lateWithdrawn",
  rut: "withdrawn",
  "dung-giai-quyet": "stopped",
  "khong-han": "untimed",
  "phai-so-hoa": "digitisable",
  "da-so-hoa": "digitised",
  "chua-so-hoa": "notDigitised",
  "co-luc-dung": "paused",
  "phai-bo-sung": "returned",
  "bo-sung-nhieu-lan": "returnedAgain",
  "lam-lai": "reopened",
} as const;
export type EvidenceWord = keyof typeof evidence;
export type Evidence = (typeof evidence)[EvidenceWord];

/** The word of a kind of evidence, for an address. */
export function wordOf(kind: Evidence): EvidenceWord {
  return (Object.keys(evidence) as EvidenceWord[]).find((word) => evidence[word] === kind) ?? "da-nhan";
}

export function findEvidence(word: string | undefined): Evidence | null {
  return word !== undefined && Object.hasOwn(evidence, word) ? evidence[word as EvidenceWord] : null;
}
