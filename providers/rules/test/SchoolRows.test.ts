import { describe, expect, it } from "@effect/vitest"
import * as Education from "../src/Education.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import { inWide } from "./Wide.js"

const fields = ["degree", "field_of_study", "institution", "location", "start_date", "end_date", "grade", "description"] as const
const told = (...rows: ReadonlyArray<Page.Row>) => Education.read(inWide(...rows)).map((one) => fields.map((field) => one[field]?.value ?? null))

describe("a time at another school describes the studies above it", () => {
  it.each([
    ["with its time in brackets", "Semestre Erasmus à Porto (2016)"],
    ["with a school of its own", "Erasmus: Universitetet i Bergen, Norwegia (2012)"],
    ["at the end of a sentence", "Programa Erasmus em Groningen, Países Baixos, no 1.º semestre de 2016"]
  ])("%s", (_, stay) => {
    expect(told(line("2013 – 2015 Uniwersytet Saski, Gdańsk"), line("magister, filologia"), line("2010 – 2013 Uniwersytet Saski, Gdańsk"), line("licencjat, filologia"), line(stay), line("2010 II LO w Gdyni"), line("matura"))).toEqual([
      ["magister", "filologia", "Uniwersytet Saski", "Gdańsk", "2013", "2015", null, null],
      ["licencjat", "filologia", "Uniwersytet Saski", "Gdańsk", "2010", "2013", null, stay],
      ["matura", null, "II LO w Gdyni", null, null, "2010", null, null]
    ])
  })

  it("and is an entry where it has a time as they do", () => {
    expect(told(line("MA, History, University of York, 2012 – 2013"), line("Erasmus year, Universität Saaletal, 2010 – 2011")).map(([degree]) => degree)).toEqual(["MA", "Erasmus year"])
  })
})

describe("studies", () => {
  it.each([
    ["that go on have no end", [line("2025 → 2027 (en cours)"), line("Licence en droit, Université de Saumur")], ["Licence", "droit", "Université de Saumur", null, "2025", null, null, null]],
    ["whose only year is that of their beginning", [line("Pós-graduação em Logística – Universidade da Ria – cursando (início em 2025)")], ["Pós-graduação", "Logística", "Universidade da Ria", null, "2025", null, null, null]],
    ["whose end is expected", [line("BEng Civil Engineering, University of Leeds"), line("September 2024 – expected June 2027")], ["BEng", "Civil Engineering", "University of Leeds", null, "September 2024", "present", null, null]],
    ["that were not finished have a subject and no degree", [line("2013–2016: Germanistik und Geschichte, Universität Saaletal (ohne Abschluss)")], [null, "Germanistik und Geschichte", "Universität Saaletal", null, "2013", "2016", null, "ohne Abschluss"]],
    ["in the evening say so beside the school", [line("2013 – 2015 DCG (Diplôme de comptabilité et de gestion)"), line("Cours du soir, CNAM, Dijon")], ["DCG", null, "CNAM", "Dijon", "2013", "2015", null, "Cours du soir"]],
    ["and in a row of its own, whose date is none of theirs", [line("HBO Verpleegkunde"), line("2022 - heden Hogeschool Hunze, Groningen"), line("Deeltijd, verwacht diploma: zomer 2027")], ["HBO", "Verpleegkunde", "Hogeschool Hunze", "Groningen", "2022", "heden", null, "Deeltijd, verwacht diploma: zomer 2027"]],
    ["at a school for a trade have its programme for a subject", [line("Gymnasieexamen, Bygg- och anläggningsprogrammet"), line("Norrskolan, Boden, 2004 – 2007")], ["Gymnasieexamen", "Bygg- och anläggningsprogrammet", "Norrskolan", "Boden", "2004", "2007", null, null]],
    ["in the evening may be all there is", [line("Accademia Salentina 2017"), line("Corso serale di Pasticceria")], ["Corso serale", "Pasticceria", "Accademia Salentina", null, null, "2017", null, null]],
    ["behind a word that the list of degrees has with it", [line("Université de Saumur, 2017 – 2019"), line("Master en informatique")], ["Master", "informatique", "Université de Saumur", null, "2017", "2019", null, null]],
    ["before a chamber", [line("2011 – 2015 Ausbildung zum Elektroniker (IHK), Fachschule Saaletal")], ["Ausbildung", "Elektroniker", "Fachschule Saaletal", null, "2011", "2015", null, null]],
    ["of a grade below their faculty", [line("Politechnika Nadodrzańska 2010–2014"), line("Wydział Architektury"), line("inżynier, kierunek: Budownictwo"), line("ocena na dyplomie: dobry plus")], ["inżynier", "Budownictwo", "Politechnika Nadodrzańska", null, "2010", "2014", "dobry plus", "Wydział Architektury"]],
    ["behind whose name a full stop stands", [line("Graduado en ESO. IES Galileo, Córdoba. 2007")], ["Graduado en ESO", null, "IES Galileo", "Córdoba", null, "2007", null, null]],
    ["with a prize in brackets", [line("Licenciado en Derecho 1999 – 2004"), line("Universidad del Duero (premio extraordinario)")], ["Licenciado", "Derecho", "Universidad del Duero", null, "1999", "2004", "premio extraordinario", null]],
    ["whose subject stands before the school", [line("DCG 2014"), line("Comptabilité et gestion, CNAM (cours du soir)"), line("BTS Gestion 2006"), line("Lycée Bellevue, Lille")], ["DCG", "Comptabilité et gestion", "CNAM", null, null, "2014", null, null]],
    ["with a level of the degree", [line("Ingeniero Agrónomo – Fitotecnia | 2010 – 2015"), line("Universidad del Duero, Soria")], ["Ingeniero Agrónomo", "Fitotecnia", "Universidad del Duero", "Soria", "2010", "2015", null, null]]
  ] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string | null>]>)("%s", (_, rows, expected) => expect(told(...rows)[0]).toEqual(expected))

  it("have the town of their school in a row of its own, which begins nothing", () => {
    expect(told(line("2010 - 2014 Certificate III in Carpentry, Vale TAFE,"), line("Geraldton"), line("2009 Year 12, Vale Senior High School")).map(([degree, , school, town]) => [degree, school, town])).toEqual([
      ["Certificate III", "Vale TAFE", "Geraldton"], ["Year 12", "Vale Senior High School", null]
    ])
    expect(told(line("2005–2008 Bachelor's degree in Biology, Universitatea din Valea,"), line("Valea Seacă, Romania (average 9.6/10)")).map(([, , school, town, , , grade, text]) => [school, town, grade, text])).toEqual([["Universitatea din Valea", "Valea Seacă, Romania", "9.6/10", null]])
  })
})

describe("what one learnt at school", () => {
  it.each([
    ["may stand before it", [line("2006-2008 A levels: English (A), Drama (B), Maths (B) – Vale Sixth Form College")], ["A levels", null, "Vale Sixth Form College", null, "2006", "2008", null, "English (A), Drama (B), Maths (B)"]],
    ["or close its row", [line("Vale High School, 2001 - 2006. GCSEs: Maths, English and Woodwork")], ["GCSEs", null, "Vale High School", null, "2001", "2006", null, "Maths, English and Woodwork"]],
    ["or be a number", [line("Vale Academy, 2017 – 2022"), line("GCSEs: nine at grades 9–6")], ["GCSEs", null, "Vale Academy", null, "2017", "2022", null, "nine at grades 9–6"]],
    ["stands behind a full stop", [line("1985 - 1990 Vale School, Rothwell. 5 CSEs including English and Art")], ["5 CSEs", null, "Vale School", "Rothwell", "1985", "1990", null, null]],
    ["has grades of its own below it", [line("2013 – 2015 Vale College, BTEC Level 3 Health and Social Care"), line("(DDM)")], ["BTEC Level 3", "Health and Social Care", "Vale College", null, "2013", "2015", "DDM", null]],
    ["stands behind a town and a time", [line("Vale High School, Tarazby, 1989 - 1994, 5 GCSEs")], ["5 GCSEs", null, "Vale High School", "Tarazby", "1989", "1994", null, null]]
  ] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string | null>]>)("%s", (_, rows, expected) => expect(told(...rows)).toEqual([expected]))
})

describe("in a narrow column", () => {
  const narrow = (...rows: ReadonlyArray<Page.Row>) => Education.read(Rows.all(Page.document(rows))).map((one) => fields.slice(0, 4).map((field) => one[field]?.value ?? null))

  const clear = [line("Master of Science"), line("Biologie"), line("TU Elbe"), line("2013 – 2015")]

  it("a subject is no part of the school below it", () => {
    expect(narrow(...clear, line("Bachelor of Science"), line("Architektur"), line("Bauhaus-Universität Saaletal"), line("2009 – 2013"))[1]).toEqual(["Bachelor of Science", "Architektur", "Bauhaus-Universität Saaletal", null])
  })

  it("a town that a comma leads to is one, though the school is called by it", () => {
    expect(told(line("Master of Science – Architektur"), line("Technische Hochschule Tarazbrück,"), line("Tarazbrück"), line("2013 – 2016"), line("Bachelor of Arts – Architektur"), line("Fachhochschule Elbtal, Dresden"), line("2009 – 2012"))[0]?.slice(0, 4)).toEqual(["Master of Science", "Architektur", "Technische Hochschule Tarazbrück", "Tarazbrück"])
  })
})
