/** A reference as the server makes them, of its letters. */
export function newKey(letters: string): string {
  const whole = 256 - (256 % letters.length);
  let key = "";
  while (key.length < 16) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < whole) key += letters[byte % letters.length];
  }
  return key;
}
