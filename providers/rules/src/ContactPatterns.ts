/** What mail addresses, telephone numbers and addresses of the net look like in a row of text. */

export const emailPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u

/** "0221 / 4710 233": the area code may stand before a slash; two numbers stand so too. */
export const phonePattern = /(?:\(?0\d{1,5}\)? \/ (?=[1-9]))?(?:\+|00)?\(?\d(?:(?! [·/] )[\d\s().\-/–‐‑−'’·\u00a0]){6,22}\d/gu

const domains = "com|org|net|io|dev|me|co|app|ai|tech|design|studio|blog|info|xyz|page|site|online|art|photo|photography|law|consulting|eu|de|at|ch|fr|es|it|pt|br|nl|be|pl|se|dk|no|fi|uk|ie|us|ca|au|nz|in|example|test|cat|gov|edu|ac"
export const urlPattern = new RegExp(`(?:https?://|www\\.)[^\\s|•,;<>()]+|(?<![\\p{L}\\p{N}@.])(?:[\\p{L}\\p{N}-]+\\.)+(?:${domains})(?:/[^\\s|•,;<>()]*)?(?![\\p{L}\\p{N}@.-]*@|[\\p{L}\\p{N}])`, "giu")
