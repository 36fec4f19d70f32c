/** Why a file of this machine could not even be opened, in the codes of the API: there is no document to speak about. */
import type { PlatformError } from "@effect/platform/Error"
import { ApiError } from "@excv/api"

const because = (reason: string, message: string) => new ApiError.NoFile({ message, details: { reason } })

/** `details.reason` is the system's code in lower case, except for the common ones. */
export const fromCode = (code: string): ApiError.ApiError => {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return because("not_found", "There is no such file.")
    case "EACCES":
    case "EPERM":
      return because("permission_denied", "The file may not be read: permission denied.")
    case "EISDIR":
      return because("is_directory", "This is a directory, not a file.")
    default:
      return because(code.toLowerCase(), `The file cannot be read (${code}).`)
  }
}

export const reasonOf = (error: PlatformError): string => error._tag === "SystemError" ? error.reason : error._tag

export const fromPlatform = (error: PlatformError): ApiError.ApiError => {
  const reason = reasonOf(error)
  return fromCode(reason === "NotFound" ? "ENOENT" : reason === "PermissionDenied" ? "EACCES" : reason)
}

export const emptyDirectory = because("empty_directory", "No file of an accepted format is in this directory.")
