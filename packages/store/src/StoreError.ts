/** The one failure of the store: the database is broken or away. Denials are values or errors of their own. */
import { SqlError } from "@effect/sql/SqlError"
import { Effect, Layer, Predicate, Schema } from "effect"

/** Holds neither SQL text nor values: only what was attempted and the code (SQLSTATE such as `53300`, or `ECONNREFUSED`). */
export class StoreError extends Schema.TaggedError<StoreError>("@excv/store/StoreError")("StoreError", {
  /** such as `Jobs.accept` */
  operation: Schema.String,
  code: Schema.NullOr(Schema.String)
}) {
  override get message() {
    return `${this.operation}: the database failed${this.code === null ? "" : ` (${this.code})`}`
  }
}

/** The SQLSTATE or the system's code of a driver error, for deciding; null when it has none. */
export const codeOf = (error: SqlError): string | null => {
  const { cause } = error
  return Predicate.hasProperty(cause, "code") && typeof cause.code === "string" ? cause.code : null
}

const convert = (operation: string) => <E>(error: E | SqlError): Exclude<E, SqlError> | StoreError =>
  isOther(error) ? error : new StoreError({ operation, code: error instanceof SqlError ? codeOf(error) : null })

const isOther = <E>(error: E | SqlError): error is Exclude<E, SqlError> => !(error instanceof SqlError)

/** Turns the driver's errors into a `StoreError` of this operation and leaves all others. */
export const during = (operation: string) =>
  <A, E, R>(effect: Effect.Effect<A, E | SqlError, R>): Effect.Effect<A, Exclude<E, SqlError> | StoreError, R> =>
    Effect.catchAll(effect, (error) => Effect.fail(convert(operation)(error)))

/** The same for a layer. */
export const duringLayer = (operation: string) =>
  <A, E, R>(layer: Layer.Layer<A, E | SqlError, R>): Layer.Layer<A, Exclude<E, SqlError> | StoreError, R> =>
    Layer.mapError(layer, convert(operation))
