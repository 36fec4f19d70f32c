/** Why an extraction failed, in the codes of the API: scripts handle the command and the server alike. */
import { ApiError } from "@excv/api"
import type { DocumentRefused, ExtractionFailed } from "excv/effect"

export const toApiError = (
  failure: ApiError.ApiError | DocumentRefused.DocumentRefused | ExtractionFailed
): ApiError.ApiError => {
  switch (failure._tag) {
    case "DocumentRefused":
      return refused(failure.reason)
    case "ExtractionFailed":
      return unanswered(failure.reason)
    default:
      return failure
  }
}

const unanswered = (reason: ExtractionFailed["reason"]): ApiError.ApiError =>
  reason === "over_budget"
    ? new ApiError.InvalidRequest({ message: "--max-cost-usd is less than any model that could answer may cost.", details: { reason } })
    : new ApiError.ServiceUnavailable({ message: "No extractor answered.", details: { reason } })

const refused = (reason: typeof DocumentRefused.Reason.Type): ApiError.ApiError => {
  switch (reason) {
    case "unsupported_format":
      return new ApiError.UnsupportedFormat({})
    case "empty_file":
      return new ApiError.NoFile({ message: "The file is empty.", details: { reason } })
    case "too_large":
      return new ApiError.FileTooLarge({})
    default:
      return new ApiError.Unprocessable({ details: { reason } })
  }
}
