export * as TesseractEngine from "./TesseractEngine.js"
