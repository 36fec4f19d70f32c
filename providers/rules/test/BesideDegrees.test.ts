import { describe, expect, it } from "@effect/vitest"
import * as Education from "../src/Education.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import { inWide } from "./Wide.js"

describe("what is said beside a degree describes it", () => {
  const describedBy = (...rows: ReadonlyArray<Page.Row>) => Education.read(inWide(...rows)).map((one) => [one.institution?.value, one.end_date?.value, one.description?.value ?? null])

  it.each([
    ["that it was finished, or not", [line("2012 – 2015 MBO niveau 3 Verzorgende"), line("ROC Noord, Leeuwarden – niet afgerond")], ["ROC Noord", "2015", "niet afgerond"]],
    ["a minor", [line("Vale University, 2019 – 2023"), line("B.S. in Physics, Minor in Computer Science")], ["Vale University", "2023", "Minor in Computer Science"]],
    ["where it is recognised, whose year is not its own", [line("2010 – 2014 Licenciada en Enfermería"), line("Universidad del Rímac, Lima · Homologada en España en 2016")], ["Universidad del Rímac", "2014", "Homologada en España en 2016"]],
    ["its credits", [line("Sjuksköterskeprogrammet, 180 hp"), line("Mittens högskola, Umeå, 2019 – 2022")], ["Mittens högskola", "2022", "180 hp"]],
    ["what one learnt at school", [line("Bachillerato (Humanidades y Ciencias Sociales)"), line("IES Pirámide, Huesca, 2009")], ["IES Pirámide", "2009", "Humanidades y Ciencias Sociales"]],
    ["the programme of a school", [line("Gymnasieexamen, samhällsvetenskapsprogrammet"), line("Norrskolan, Boden, 2004 – 2007")], ["Norrskolan", "2007", "samhällsvetenskapsprogrammet"]],
    ["and where the certificate leads on to them", [line("Vale High School, Leeds, 2006 – 2011"), line("5 GCSEs inc. Maths and English")], ["Vale High School", "2011", "inc. Maths and English"]],
    ["and in several subjects", [line("A-levels, Vale Sixth Form, Leeds, 2010 – 2012, Sociology, English")], ["Vale Sixth Form", "2012", "Sociology, English"]]
  ] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string>]>)("%s", (_, rows, expected) => expect(describedBy(...rows)).toEqual([expected]))
})

it("the name of a school goes on where its line was full", () => {
  const rows = Rows.all(Page.document([line("Ensino secundário (Ciências e Tecnologias) – Escola Secundária Prof. Abel"), line("Salazar, Porto"), line("2009 – 2012")]))
  expect(Education.read(rows).map(({ institution, location }) => [institution?.value, location?.value])).toEqual([["Escola Secundária Prof. Abel Salazar", "Porto"]])
})

describe("of a school", () => {
  const told = (...rows: ReadonlyArray<Page.Row>) => Education.read(inWide(...rows)).map((one) => [one.degree, one.field_of_study, one.institution, one.location, one.start_date, one.end_date, one.grade].map((claim) => claim?.value ?? null))

  it.each([
    ["a degree in a style of its own is no town", [{ runs: [{ text: "Grado", bold: true }, { text: "en Ingeniería Química, Universidad del Duero, 2014 – 2019" }] }], ["Grado", "Ingeniería Química", "Universidad del Duero", null, "2014", "2019", null]],
    ["a degree behind its years is no month", [line("2011–2013 DEC en arts visuels, Cégep de Granby, Granby")], ["DEC", "arts visuels", "Cégep de Granby", "Granby", "2011", "2013", null]],
    ["what is called by its town is there", [line("Matura"), line("BORG Tarazby, Tarazby"), line("2008")], ["Matura", null, "BORG Tarazby", "Tarazby", null, "2008", null]],
    ["the town stands before the colon", [line("Vale High School, Tarazby: 9 GCSEs (2007)")], ["9 GCSEs", null, "Vale High School", "Tarazby", null, "2007", null]],
    ["the town stands behind a hyphen", [line("Associate of Arts in Nursing"), line("Vale Community College-Yakima, WA"), line("2015 to 2019")], ["Associate of Arts", "Nursing", "Vale Community College", "Yakima, WA", "2015", "2019", null]],
    ["the name of a state is part of its own", [line("BA in History"), line("University of Wisconsin-Madison, WI"), line("2015 to 2019")], ["BA", "History", "University of Wisconsin-Madison, WI", null, "2015", "2019", null]],
    ["the only year of what goes on is the first", [line("Tecnólogo em Gestão Ambiental – Universidade da Ria, Porto – início em 2025, em andamento")], ["Tecnólogo", "Gestão Ambiental", "Universidade da Ria", "Porto", "2025", null, null]],
    ["a grade in brackets stands behind its year", [line("MA, Medieval Studies, University of York, 2009 (Distinction)")], ["MA", "Medieval Studies", "University of York", null, null, "2009", "Distinction"]],
    ["a stay abroad is all there is", [line("Erasmus year, Universität Saaletal, 2006 – 2007")], ["Erasmus year", null, "Universität Saaletal", null, "2006", "2007", null]],
    ["the field has a label in another style", [line("09/2008 – 07/2013 Diploma di perito, ITIS Sordello"), { runs: [{ text: "Campo di studio:", bold: true }, { text: "Meccanica" }] }], ["Diploma di perito", "Meccanica", "ITIS Sordello", null, "09/2008", "07/2013", null]],
    ["labels below it name its trade and its degree", [line("2010–2014, Zespół Szkół Technicznych, Turek"), line("zawód: mechatronik, tytuł: technik")], ["technik", "mechatronik", "Zespół Szkół Technicznych", "Turek", "2010", "2014", null]],
    ["its level is no part of the subject", [line("Advanced Certificate in Carpentry (Level 6), Vale Training Centre, 2012")], ["Advanced Certificate", "Carpentry", "Vale Training Centre", null, null, "2012", null]],
    ["its centre begins with the word", [line("12.º ano, Centro Qualifica da Ria, 2015")], ["12.º ano", null, "Centro Qualifica da Ria", null, null, "2015", null]],
    ["its degree may be short for official", [line("2009–2012 Eidg. Fähigkeitszeugnis Kaufmann, Handelsschule Chur, Schnitt 5.2")], ["Eidg. Fähigkeitszeugnis", "Kaufmann", "Handelsschule Chur", null, "2009", "2012", "5.2"]],
    ["its name may be of a faculty no list has", [line("Associate of Applied Business in Logistics, Vale Community College, 2016 – 2018")], ["Associate of Applied Business", "Logistics", "Vale Community College", null, "2016", "2018", null]],
    ["a row that says only what it is names nothing", [line("School"), line("9 GCSEs, Vale High School, 2001 – 2006")], ["9 GCSEs", null, "Vale High School", null, "2001", "2006", null]]
  ] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string | null>]>)("%s", (_, rows, expected) => expect(told(...rows)).toEqual([expected]))

  it("which brackets follow the year, each is one", () => {
    expect(told(line("PhD, History, University of York, 2009 – 2013"), line("MA, History, University of York, 2009 (Distinction)"), line("Erasmus year, Universität Saaletal, 2006 – 2007"), line("BA (Hons), Latin, University of Leeds, 2008 (First)")).map(([degree, , , , , end, grade]) => [degree, end, grade])).toEqual([
      ["PhD", "2013", null], ["MA", "2009", "Distinction"], ["Erasmus year", "2007", null], ["BA (Hons)", "2008", "First"]
    ])
  })
})

describe("a grade", () => {
  it("goes on below its dates, and the rest of a full line belongs to the head", () => {
    const rows = Rows.all(Page.document([
      line("2006 – 2012 Laurea magistrale in Medicina e Chirurgia, Università degli Studi del Salento Nuovo,"), line("Lecce. 110/110 e lode."), line("2001 – 2006 Maturità classica, Liceo Galvani, Lecce, 92/100")
    ]))
    expect(Education.read(rows).map(({ description, grade, location }) => [location?.value, grade?.value, description])).toEqual([["Lecce", "110/110 e lode", null], ["Lecce", "92/100", null]])
  })

  it("goes on in the next row", () => {
    const rows = Rows.all(Page.document([line("Licenciatura en Documentación, Universidad del Duero, Soria, 2004-2006"), line("Diplomatura en Biblioteconomía, Universidad del Duero, Soria, 2000-2003. Nota media:"), line("7,9."), line("Bachillerato, IES La Rosaleda, Logroño, 1999")]))
    expect(Education.read(rows).map(({ description, grade }) => [grade?.value ?? null, description?.value ?? null])).toEqual([[null, null], ["7,9", null], [null, null]])
  })
})

it("a bracket goes on in the next row", () => {
  const rows = Rows.all(Page.document([line("Máster en Dirección de Seguridad, Universidad del Duero, Soria, 2020-2022 (nota media"), line("8,4)"), line("Bachillerato, IES La Rosaleda, Logroño, 1999")]))
  expect(Education.read(rows).map(({ grade }) => grade?.value ?? null)).toEqual(["8,4", null])
})

it("a town stands before a grade", () => {
  const rows = Rows.all(Page.document([line("Abitur"), line("Gymnasium Große Schule, Wolfenfelde, Note 2,7"), line("2006")]))
  expect(Education.read(rows).map(({ grade, location }) => [location?.value, grade?.value])).toEqual([["Wolfenfelde", "2,7"]])
})

it("a school stands above several degrees", () => {
  const rows = Rows.all(Page.document([line("Vale Community College, Derby"), line("A levels, September 2010 - June 2012"), line("GCSEs, September 2005 - June 2010"), line("8 GCSEs including English and Maths")]))
  expect(Education.read(rows).map(({ institution, location, start_date }) => [institution?.value, location?.value, start_date?.value])).toEqual([
    ["Vale Community College", "Derby", "September 2010"], ["Vale Community College", "Derby", "September 2005"]
  ])
})

it("a subject goes on in the next row, before a grade", () => {
  const rows = Rows.all(Page.document([
    { runs: [{ text: "Licence professionnelle", bold: true }, { text: "Métiers des administrations et collectivités" }] }, line("territoriales, mention bien"), line("Université du Val, 2014 – 2015")
  ]))
  expect(Education.read(rows).map(({ field_of_study, grade }) => [field_of_study?.value, grade?.value])).toEqual([["Métiers des administrations et collectivités territoriales", "mention bien"]])
})

it.each([
  ["a rank before a comma belongs to the degree", [line("2003 – 2010 Ingeniería Superior, Caminos y Canales"), line("Universidad del Duero, Soria")], ["Ingeniería Superior", "Caminos y Canales", null]],
  ["a further training has a subject", [line("2015 – 2017 Fachweiterbildung Intensivpflege und Anästhesie"), line("Bildungsakademie Ruhr, Bochum")], ["Fachweiterbildung", "Intensivpflege und Anästhesie", null]],
  ["so has a course of its own", [line("Fristående kurs, offentlig rätt"), line("Högskolan i Norrfors, 2018")], ["Fristående kurs", "offentlig rätt", null]],
  ["a grade stands in brackets below", [line("MPhil, Social History, University of the Vale, 2007–08"), line("(Distinction)")], ["MPhil", "Social History", "Distinction"]]
] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string | null>]>)("%s", (_, rows, expected) => {
  const [first] = Education.read(inWide(...rows))
  expect([first?.degree?.value, first?.field_of_study?.value, first?.grade?.value ?? null]).toEqual(expected)
})
