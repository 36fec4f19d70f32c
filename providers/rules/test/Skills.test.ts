import { describe, expect, it } from "@effect/vitest"
import { line, type Row } from "./Page.js"
import * as Page from "./Page.js"
import * as Rows from "../src/Row.js"
import * as Skills from "../src/Skills.js"
import * as Tongues from "../src/Tongues.js"

const read = (rows: ReadonlyArray<Row>) =>
  Skills.read(Rows.all(Page.document(rows))).map(({ category, level, name }) => [name.value, category?.value ?? null, level?.value ?? null])

describe("skills", () => {
  it("are read from framed items that bars part, also where the last of a row goes on in the next", () => {
    expect(read([line("Welding | Turning | Milling |"), line("Grinding | Assembly")]).map(([name]) => name))
      .toEqual(["Welding", "Turning", "Milling", "Grinding", "Assembly"])
  })

  it("are read from lists behind a narrow column of labels", () => {
    const row = (label: string, list: string, x: number): Row => ({ runs: [{ text: label, x }, { text: list, x: 120 }] })
    expect(read([row("Laboratory", "Titration, Spectroscopy", 63), row("Field", "Coring, Boat handling", 88), row("Computing", "R, Python", 68)])).toEqual([
      ["Titration", "Laboratory", null], ["Spectroscopy", "Laboratory", null], ["Coring", "Field", null], ["Boat handling", "Field", null],
      ["R", "Computing", null], ["Python", "Computing", null]
    ])
  })

  it("have the level of a word before dots, and names that go on below their dots", () => {
    expect(read([line("Revit ottimo ●●●●●"), line("Rhinoceros buono ●●●○○")])).toEqual([["Revit", null, "ottimo"], ["Rhinoceros", null, "buono"]])
    expect(read([line("Presto ●●●●○"), line("Negociación con ●●●○○"), line("subcontratas"), line("Excel ●●●●○")]).map(([name]) => name))
      .toEqual(["Presto", "Negociación con subcontratas", "Excel"])
  })

  it("may have their stars before them", () => {
    expect(read([line("★★★★★ Wound care"), line("★★★☆☆ Excel"), line("★★★★☆ SystmOne ★★☆☆☆ Audits")])).toEqual([
      ["Wound care", null, "★★★★★ Wound care"], ["Excel", null, "★★★☆☆ Excel"], ["SystmOne", null, "★★★★☆ SystmOne"], ["Audits", null, "★★☆☆☆ Audits"]
    ])
  })

  it("have the dots of a line of their own, amid both lines of a name or below it", () => {
    const apart = (above: number) => (text: string, next = above): Row => ({ ...line(text), above: next })
    const amid = apart(3), under = apart(4)
    const rows = (...given: ReadonlyArray<Row>) => read(given).map(([name, , level]) => [name, level?.match(/●/gu)?.length ?? 0])
    expect(rows(amid("Zarbing"), amid("●●●●○", -4), amid("Suite", -4), amid("Quux ●●○○○"), amid("Plugh ●●●○○"))).toEqual([["Zarbing Suite", 4], ["Quux", 2], ["Plugh", 3]])
    expect(rows(under("Zarbing"), under("●●●●○"), under("Quux"), under("●●○○○"))).toEqual([["Zarbing", 4], ["Quux", 2]])
    expect(read([line("Zarbing ●●●●○"), line("(XY)"), line("Quux ●●○○○")]).map(([name]) => name)).toEqual(["Zarbing (XY)", "Quux"])
  })

  it("have levels as labels before lists, and levels behind a colon or over two lines", () => {
    expect(read([{ runs: [{ text: "Expert" }, { text: "Massage of feet", x: 140 }] }, { runs: [{ text: "Basic" }, { text: "Taping, Yoga", x: 140 }] }])).toEqual([
      ["Massage of feet", null, "Expert"], ["Taping", null, "Basic"], ["Yoga", null, "Basic"]
    ])
    expect(read([line("Excel : débutant, MS Project : intermédiaire")])).toEqual([["Excel", null, "débutant"], ["MS Project", null, "intermédiaire"]])
    expect(read([line("AutoCAD biegle"), line("Revit średnio"), line("zaawansowany")])).toEqual([["AutoCAD", null, "biegle"], ["Revit", null, "średnio zaawansowany"]])
  })

  it("are not languages that people speak, whatever their label", () => {
    expect(read([line("Practices: Code review, Mentoring"), line("Spoken: English (native), Tamil (fluent)"), line("Xyzzy: German, Dutch")]).map(([name]) => name))
      .toEqual(["Code review", "Mentoring", "German", "Dutch"])
  })

  it("have a level as a bare word behind or before them, where the whole is no name", () => {
    expect(read([line("SAP WM fortgeschritten, Excel Grundkenntnisse, basic Word, Visual Basic")])).toEqual([
      ["SAP WM", null, "fortgeschritten"], ["Excel", null, "Grundkenntnisse"], ["Word", null, "basic"], ["Visual Basic", null, null]
    ])
    expect(read([line("Advanced airway management, Triage")]).map(([name]) => name)).toEqual(["Advanced airway management", "Triage"])
  })

  it("have the label that begins within a line, after a sentence or brackets, and levels in dots behind it", () => {
    expect(read([line("Office: Excel (expert) Personal: Patience, Mentoring")])).toEqual([
      ["Excel", "Office", "expert"], ["Patience", "Personal", null], ["Mentoring", "Personal", null]
    ])
    expect(read([line("Metod: R, QGIS, fjällflora. Övrigt: handledning,"), line("snöskoter.")]).map(([name, label]) => [name, label]))
      .toEqual([["R", "Metod"], ["QGIS", "Metod"], ["fjällflora", "Metod"], ["handledning", "Övrigt"], ["snöskoter", "Övrigt"]])
    expect(read([line("Methoden: Titration ●●●●●, Filtration ●●●○○")]).map(([name, label]) => [name, label])).toEqual([["Titration", "Methoden"], ["Filtration", "Methoden"]])
  })

  it("have labels before dashes, and names that begin with a small letter where no line was full", () => {
    expect(read([line("Frameworks & tools — Ktor, Spring Boot"), line("Data — Redis, Kafka")]).map(([name, label]) => [name, label]))
      .toEqual([["Ktor", "Frameworks & tools"], ["Spring Boot", "Frameworks & tools"], ["Redis", "Data"], ["Kafka", "Data"]])
    expect(read([line("Treinamento e Desenvolvimento"), line("eSocial")]).map(([name]) => name)).toEqual(["Treinamento e Desenvolvimento", "eSocial"])
  })

  it("end before the place and day of a signature", () => {
    expect(read([line("Excel, DATEV"), line("Kassel, im November 2026")]).map(([name]) => name)).toEqual(["Excel", "DATEV"])
  })

  it("have levels in dots between commas", () => {
    expect(read([line("Titration ●●●●●, Filtration ●●●○○")]).map(([name, , level]) => [name, level])).toEqual([["Titration", "Titration ●●●●●"], ["Filtration", "Filtration ●●●○○"]])
  })

  it("are read one by one from a line in which each has its own stars", () => {
    expect(read([line("Corte ★★★★★ Peinados ★★★★☆ Gestión de citas ★★★☆☆")]).map(([name]) => name)).toEqual(["Corte", "Peinados", "Gestión de citas"])
  })

  it("are what sentences name", () => {
    expect(read([line("Gearbeitet habe ich mit Blender, Krita und Inkscape. Sicher bin ich in Excel und Notion.")]).map(([name]) => name)).toEqual(["Blender", "Krita", "Inkscape", "Excel", "Notion"])
    expect(read([line("I use Word and Excel every day, and I am at home with mail merge, Notion and audio typing.")]).map(([name]) => name))
      .toEqual(["Word", "Excel", "mail merge", "Notion", "audio typing"])
    expect(read([line("Je maîtrise Sage Paie et Cegid Quadra, et je me sers d'Excel tous les jours.")]).map(([name]) => name)).toEqual(["Sage Paie", "Cegid Quadra", "Excel"])
    expect(read([line("End of life care. Record keeping on the tablet (PCS).")]).map(([name]) => name)).toEqual(["End of life care", "Record keeping on the tablet (PCS)"])
    expect(read([line("Turning, milling, grinding.")]).map(([name]) => name)).toEqual(["Turning", "milling", "grinding"])
  })

  it("go on below behind a slash, and are parted by slashes also where brackets hold a comma", () => {
    expect(read([line("Canva / Figma / Zoom"), line("/ Sage (paie, comptabilité)")]).map(([name]) => name)).toEqual(["Canva", "Figma", "Zoom", "Sage (paie, comptabilité)"])
    const apart = [50, 103, 121, 159, 177].map((x, at) => ({ text: ["Planning", "/", "Rotas", "/", "Stock keeping"][at] ?? "", x }))
    expect(read([{ runs: apart }]).map(([name]) => name)).toEqual(["Planning", "Rotas", "Stock keeping"])
  })

  it("stand below labels of one style with them, where both take turns", () => {
    expect(read([line("Handwerk"), line("Malerarbeiten, Grünpflege"), line("PC"), line("Textverarbeitung, Tabellenkalkulation, Outlook")])).toEqual([
      ["Malerarbeiten", "Handwerk", null], ["Grünpflege", "Handwerk", null], ["Textverarbeitung", "PC", null], ["Tabellenkalkulation", "PC", null], ["Outlook", "PC", null]
    ])
  })

  it("are not what bullets below the lists tell, an offer of references or a language", () => {
    const bullet = (text: string): Row => line(`• ${text}`)
    expect(read([line("Planning, Budgeting, Excel"), bullet("Rostered and coached crews of up to 25 casual workers"), bullet("Ran reviews after each of the events")]).map(([name]) => name))
      .toEqual(["Planning", "Budgeting", "Excel"])
    expect(read([line("Telemetry, wound care, conversational Spanish."), line("References on request.")]).map(([name]) => name)).toEqual(["Telemetry", "wound care"])
  })

  it("are not cut at the wide spaces of a justified line", () => {
    const words = ["Active", "listening,", "Conflict", "resolution,", "Selling"]
    const at = words.map((_, index) => 50 + words.slice(0, index).reduce((sum, one) => sum + one.length * 5 + 14.7, 0))
    expect(read([{ runs: words.map((text, index) => ({ text, x: at[index] ?? 0 })) }, line("on the telephone, Genesys")]).map(([name]) => name))
      .toEqual(["Active listening", "Conflict resolution", "Selling on the telephone", "Genesys"])
  })

  it("stand one behind the other with their dots, also behind a label", () => {
    expect(read([line("Colour ★★★★★ Cut ★★★★☆ Stock keeping ★★★☆☆")]).map(([name]) => name)).toEqual(["Colour", "Cut", "Stock keeping"])
    expect(read([line("Methods: HPLC ●●●●●, NMR ●●●○○"), line("Software: Empower ●●●●○, Power BI ●●○○○")]).map(([name, label]) => [name, label]))
      .toEqual([["HPLC", "Methods"], ["NMR", "Methods"], ["Empower", "Software"], ["Power BI", "Software"]])
  })
})

describe("languages", () => {
  const levels = (...texts: ReadonlyArray<string>) =>
    Tongues.read(Rows.all(Page.document(texts.map((text) => line(text))))).map(({ language, proficiency }) => [language.value, proficiency?.value ?? null])

  it("that only a word joins have one level", () => {
    expect(levels("English and Welsh (both mother tongue), French (basic)")).toEqual([["English", "both mother tongue"], ["Welsh", "both mother tongue"], ["French", "basic"]])
  })

  it("may say in their names how well they are spoken", () => {
    expect(levels("Deutsch Muttersprache, Schulenglisch")).toEqual([["Deutsch", "Muttersprache"], ["Schulenglisch", "Schulenglisch"]])
  })

  it("may each have a level before them, between commas", () => {
    expect(levels("Native Spanish, basic French, Dutch (B1)")).toEqual([["Spanish", "Native"], ["French", "basic"], ["Dutch", "B1"]])
  })

  it("are read from sentences, with articles and several mother tongues", () => {
    expect(levels("Le français (langue maternelle), l'anglais (notions)")).toEqual([["français", "langue maternelle"], ["anglais", "notions"]])
    expect(levels("L’italien, courant; l’arabe, bases")).toEqual([["italien", "courant"], ["arabe", "bases"]])
    expect(levels("English and Marathi are my mother tongues; I speak Spanish at an intermediate level.").map(([name]) => name)).toEqual(["English", "Marathi", "Spanish"])
  })

  it("may have their stars before them", () => {
    expect(levels("★★★★★ English", "★★★☆☆ French", "★★☆☆☆ Dutch")).toEqual([["English", "★★★★★"], ["French", "★★★☆☆"], ["Dutch", "★★☆☆☆"]])
  })

  it("are native below a line that says so", () => {
    expect(levels("Lingua madre", "Italiano", "Inglese", "C1")).toEqual([["Italiano", "Lingua madre"], ["Inglese", "C1"]])
  })
})

it("skills as tags without frames are parted by their white space", () => {
  const tags = (y: ReadonlyArray<string>): Row => {
    let x = 50
    const runs = y.map((text) => {
      const run = { text, x }
      x += text.length * 5 + (text.split(" ").length - 1) * -2.2 + 8
      return run
    })
    return { runs }
  }
  expect(read([tags(["Jira", "SQL", "Figma", "Usability testing"]), tags(["Roadmapping", "Stakeholder management"])]).map(([name]) => name))
    .toEqual(["Jira", "SQL", "Figma", "Usability testing", "Roadmapping", "Stakeholder management"])
  expect(read([line("Jira"), line("Usability testing")]).map(([name]) => name)).toEqual(["Jira", "Usability testing"])
})

it("skills behind a label within a line have it", () => {
  expect(read([line("Methods: R, QGIS. Other: Teaching, Mentoring")]).map(([name, label]) => [name, label]))
    .toEqual([["R", "Methods"], ["QGIS", "Methods"], ["Teaching", "Other"], ["Mentoring", "Other"]])
})

it("the last two of a list that a word joins are two where they are known or names, and two things of one where they are not", () => {
  const names = (text: string) => read([line(text)]).map(([name]) => name)
  expect(names("Farmatic, Nixfarma y paquete Office a nivel de usuario.")).toEqual(["Farmatic", "Nixfarma", "paquete Office"])
  expect(names("Word, Excel und Outlook")).toEqual(["Word", "Excel", "Outlook"])
  expect(names("Teamwork, planning of rotas and holidays")).toEqual(["Teamwork", "planning of rotas and holidays"])
})

it("skills stand below the heads of a table, and not in the line that a bullet goes on in", () => {
  const cells = (left: string, right: string, bold = false): Row => ({ runs: [{ text: left, bold }, { text: right, x: 200, bold }] })
  expect(read([cells("Skill", "Level", true), cells("Zarbing", "expert"), cells("Quux", "basic")])).toEqual([["Zarbing", null, "expert"], ["Quux", null, "basic"]])
  const told = [line("• Ran an inventory of forty thousand lines in two ships and a depot by the sea, ninety-nine per cent right at the last"), line("inspection")]
  expect(read([...told, line("Tools: Excel, Power BI")]).map(([name]) => name)).toEqual(["Excel", "Power BI"])
  expect(read([line("Adobe InDesign · Adobe Illustrator"), line("• Photoshop · Figma · Keynote")]).map(([name]) => name)).toEqual(["Adobe InDesign", "Adobe Illustrator", "Photoshop", "Figma", "Keynote"])
})
