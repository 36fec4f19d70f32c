export * as Dates from "./Dates.js"
export * as Fold from "./Fold.js"
