/** Plain TypeScript: extract one CV and tell its failures apart. */
import { DocumentRefused, Excv, ExtractionFailed } from "excv"
import { readFile } from "node:fs/promises"

export const nameAndJobs = async (file: string): Promise<string> => {
  const excv = await Excv.make()
  try {
    const { meta, resume } = await excv.extract(await readFile(file), { asOf: "2026-01" })
    const jobs = resume.experience.map(({ company, title }) => `${title ?? "?"}, ${company ?? "?"}`)
    return [`${resume.full_name ?? "?"} (${meta.model_used})`, ...jobs].join("\n")
  } catch (error) {
    if (error instanceof DocumentRefused.DocumentRefused) return `This file cannot be read: ${error.reason}`
    if (error instanceof ExtractionFailed) return error.retryable ? "Try again later." : "No extractor could answer."
    throw error
  } finally {
    await excv.close()
  }
}
