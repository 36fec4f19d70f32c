/**
 * The error codes: what each one answers with. The one place that maps a code to its status, so that no handler,
 * test or document can disagree about it.
 */
interface Row {
  readonly status: number
  /** the same request may succeed later */
  readonly retryable: boolean
  /** a fixed sentence: it never holds document text, a key, SQL or a stack trace */
  readonly message: string
}

export const table = {
  UNSUPPORTED_FORMAT: {
    status: 400,
    retryable: false,
    message: "The file format is not supported. Send a PDF, DOCX, JPG, PNG, WEBP or TIFF file."
  },
  FILE_TOO_LARGE: { status: 400, retryable: false, message: "The file exceeds the limit of 10 MB." },
  NO_FILE: { status: 400, retryable: false, message: "No file or base64 data was provided, or it is empty." },
  INVALID_REQUEST: { status: 400, retryable: false, message: "The request is malformed." },
  UNAUTHORIZED: {
    status: 401,
    retryable: false,
    message: "The Authorization header is missing or malformed. Send: Authorization: Bearer YOUR_KEY."
  },
  INVALID_KEY: { status: 401, retryable: false, message: "The API key was not found, is revoked, or has expired." },
  QUOTA_EXCEEDED: {
    status: 402,
    retryable: false,
    message: "Monthly credit quota exceeded. Please upgrade your plan."
  },
  NOT_FOUND: { status: 404, retryable: false, message: "There is nothing at this address." },
  IDEMPOTENCY_CONFLICT: {
    status: 409,
    retryable: false,
    message: "This Idempotency-Key was used before with another request."
  },
  UNPROCESSABLE: { status: 422, retryable: false, message: "The file is corrupted or cannot be read." },
  RATE_LIMITED: { status: 429, retryable: true, message: "Too many requests. Try again after Retry-After seconds." },
  INTERNAL_ERROR: { status: 500, retryable: true, message: "An unexpected error occurred. Please try again." },
  SERVICE_UNAVAILABLE: { status: 503, retryable: true, message: "The service is temporarily unavailable." }
} as const satisfies Record<string, Row>

export type ErrorCode = keyof typeof table
