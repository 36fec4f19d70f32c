import { describe, expect, it } from "@effect/vitest"
import * as Education from "../src/Education.js"
import * as Page from "./Page.js"
import { line } from "./Page.js"
import * as Rows from "../src/Row.js"
import { inWide, schools } from "./Wide.js"

describe("a degree", () => {
  it.each([
    ["its subjects with their grades are no place", [line("A levels"), line("Vale School, Leeds"), line("2011"), line("Biology (B), PE (B), English (C)")], ["A levels", null, "Vale School", "2011", null]],
    ["its year may end a long line", [line("High School Diploma, Northern Meadows High School, Reno, NV, 2016")], ["High School Diploma", null, "Northern Meadows High School", "2016", null]],
    ["its honours are no grade", [line("B.A. (Honours) in French, Fundy College, 2015 – 2019")], ["B.A. (Honours)", "French", "Fundy College", "2019", null]],
    ["its end may be expected", [line("Ph.D. in Linguistics, Halvorsen University, 2022 – (expected 2027)")], ["Ph.D.", "Linguistics", "Halvorsen University", "present", null]],
    ["its brackets may close behind it", [line("LLB (Hons) Law with Welsh, University of Gower, 2:1, 2017 – 2020")], ["LLB (Hons)", "Law with Welsh", "University of Gower", "2020", "2:1"]],
    ["it may have a kind of its own", [line("2009 – 2015 Diplôme de formation approfondie en sciences médicales, Université du Val, Lyon")], ["Diplôme de formation approfondie", "sciences médicales", "Université du Val", "2015", null]],
    ["of a school it has no subject", [line("9.º ano de escolaridade, Escola Básica de Leça, 2003")], ["9.º ano de escolaridade", null, "Escola Básica de Leça", "2003", null]],
    ["its trade may follow without a word", [line("2001 – 2005"), line("Technik mechanik, Zespół Szkół nr 3, Piotrków")], ["Technik", "mechanik", "Zespół Szkół nr 3", "2005", null]],
    ["its level may be followed by its kind", [line("BTEC Level 3 Diploma, Uniformed Work, Coleg Bae Rhosili, 2012")], ["BTEC Level 3 Diploma", "Uniformed Work", "Coleg Bae Rhosili", "2012", null]],
    ["its grade may stand in brackets", [line("2011 – 2013 Mestrado em Física, Universidade da Ria, Aveiro (16 valores)")], ["Mestrado", "Física", "Universidade da Ria", "2013", "16 valores"]],
    ["its subject may have a label of its own", [line("Diploma, Lakeside College, 2016"), line("Major: Dental Assisting")], ["Diploma", "Dental Assisting", "Lakeside College", "2016", null]],
    ["its subject may stand below the word that leads to it", [line("Truck Driving Academy, Amarillo, TX – Certificate in"), line("Commercial Driving"), line("2014")], ["Certificate", "Commercial Driving", "Truck Driving Academy", "2014", null]],
    ["its subject may follow a colon", [line("Diploma: Network Administration"), line("Rubber City College, 2025")], ["Diploma", "Network Administration", "Rubber City College", "2025", null]],
    ["the label of its grade may be set in another style", [line("2016 – 2019"), line("Master of Science, Biologie – Universität Saaletal"), { runs: [{ text: "Abschlussnote:", bold: true }, { text: "magna cum laude" }] }], ["Master of Science", "Biologie", "Universität Saaletal", "2019", "magna cum laude"]],
    ["its class may stand below it", [line("Bachelor of Engineering (Honours), Civil Engineering"), line("Hunter University, 2010 – 2013"), line("Class 1")], ["Bachelor of Engineering (Honours)", "Civil Engineering", "Hunter University", "2013", "Class 1"]],
    ["it may lead to its subjects", [line("Vale School, Leeds (2015 to 2017)"), line("A Levels: History (B), Welsh (A)")], ["A Levels", null, "Vale School", "2017", null]],
    ["its year may stand between dashes", [line("Diploma di liceo artistico – Liceo Dossi – Ferrara – 2011, voto 92/100")], ["Diploma di liceo artistico", null, "Liceo Dossi", "2011", "92/100"]],
    ["it may be known by its letters", [line("2007–2009 DXA, Régie de spectacle, Lycée Moreau, Nantes")], ["DXA", "Régie de spectacle", "Lycée Moreau", "2009", null]],
    ["it may be named after a profession", [line("Staatlich anerkannte Erzieherin, Fachakademie Isarwinkel, 2016 – 2019")], ["Staatlich anerkannte Erzieherin", null, "Fachakademie Isarwinkel", "2019", null]],
    ["its honours may stand before a comma", [line("BBus (Hons), Human Resource Management", { bold: true }), line("Shannon Institute · Athlone"), line("2011 – 2015")], ["BBus (Hons)", "Human Resource Management", "Shannon Institute", "2015", null]],
    ["the label of its grade needs no colon", [line("Master of Science, Biologie"), line("Universität Saaletal, 2016 – 2019"), line("Abschlussnote 1,6")], ["Master of Science", "Biologie", "Universität Saaletal", "2019", "1,6"]],
    ["it may stand behind its subject", [line("Marketing, BA", { bold: true }), line("Vale University, Leeds, 2008 – 2011")], ["BA", "Marketing", "Vale University", "2011", null]],
    ["it may stand in brackets behind its subject", [line("Wirtschaftsinformatik (B.Sc.)", { bold: true }), line("Universität Saaletal, 2008 – 2011")], ["B.Sc.", "Wirtschaftsinformatik", "Universität Saaletal", "2011", null]],
    ["its subject may be called a major", [line("Bachelor of Science with a major in Physics, Hunter University, 2010 – 2013")], ["Bachelor of Science", "Physics", "Hunter University", "2013", null]],
    ["its subject may be one that is a degree elsewhere", [line("Máster en Ingeniería Química, Universidad del Duero, 2012 – 2014")], ["Máster", "Ingeniería Química", "Universidad del Duero", "2014", null]],
    ["how one studied is no subject", [line("2010 – 2012"), line("DCG (cours du soir), Université du Val, Lyon")], ["DCG", null, "Université du Val", "2012", null]],
    ["its programme may be its name", [line("Kandidatprogrammet i psykologi, Mittens högskola, 2011 – 2014")], ["Kandidatprogrammet", "psykologi", "Mittens högskola", "2014", null]],
    ["of a school it has subjects, but is in none", [line("Vale School, Leeds, A levels in History, Law and French, 2012 – 2014")], ["A levels", null, "Vale School", "2014", null]],
    ["points are its grade", [line("Leaving Certificate"), line("Vale School, Ennis – 510 points"), line("2011")], ["Leaving Certificate", null, "Vale School", "2011", "510 points"]],
    ["its subject may be the one its faculty is called by", [line("2014 – 2018: Hunter University, Faculty of Law, LLB (Hons)")], ["LLB (Hons)", "Law", "Hunter University", "2018", null]],
    ["labels within a line say what is what", [line("2010 – 2015 Politechnika Nadolna, kierunek: Mechanika i budowa maszyn, tytuł: mgr inż.")], ["mgr inż.", "Mechanika i budowa maszyn", "Politechnika Nadolna", "2015", null]],
    ["its subject may stand alone below it", [line("Vale University, Toronto, ON", { bold: true }), line("Bachelor of Commerce"), line("Accounting"), line("2012 – 2016")], ["Bachelor of Commerce", "Accounting", "Vale University", "2016", null]],
    ["words before the number of its grade lead to it", [line("Umschulung zum Koch (berufsbegleitend), Bildungszentrum Nord, 2017 – 2019, Abschluss Note 2,7")], ["Umschulung", "Koch", "Bildungszentrum Nord", "2019", "2,7"]],
    ["its grade may be out of seventy", [line("2013 – 2018 Diploma di specializzazione in Pediatria, Università del Lago, Pavia. 70/70 e lode.")], ["Diploma di specializzazione", "Pediatria", "Università del Lago", "2018", "70/70 e lode"]],
    ["the letters of its grade are no month", [line("B.S. in Physics, Vale University, Reno, NV; GPA: 3.71/4.00 Aug. 2019 – May 2023")], ["B.S.", "Physics", "Vale University", "May 2023", "3.71/4.00"]],
    ["its school may be called after a professor", [line("Ensino médio – E.E. Prof. Otávio Prado – 2009")], ["Ensino médio", null, "E.E. Prof. Otávio Prado", "2009", null]],
    ["its subject may stand before a school in one style", [{ runs: [{ text: "Master 2", bold: true }, { text: "Droit de la santé, Université du Val, 2004 – 2006" }] }], ["Master 2", "Droit de la santé", "Université du Val", "2006", null]],
    ["its adjective is no subject", [line("Baccalauréat professionnel Accompagnement, soins et services"), line("Lycée du Val, Lorient, 2014")], ["Baccalauréat professionnel", "Accompagnement, soins et services", "Lycée du Val", "2014", null]],
    ["its title stands in brackets", [line("Promotion (Dr.-Ing.), Biomedizinische Technik, Technische Hochschule Ilmtal, 2012 – 2016")], ["Promotion (Dr.-Ing.)", "Biomedizinische Technik", "Technische Hochschule Ilmtal", "2016", null]],
    ["its letters may follow its name", [line("Vale University"), line("Bachelor of Commerce - BCom, Marketing Management · (2010 - 2013)")], ["Bachelor of Commerce - BCom", "Marketing Management", "Vale University", "2013", null]],
    ["it may be named after another", [line("DIPLÔME D’ÉTAT DE DOCTEUR EN PHARMACIE, Université du Val, 2005 – 2015")], ["DIPLÔME D’ÉTAT DE DOCTEUR", "PHARMACIE", "Université du Val", "2015", null]],
    ["it may be a word of its own", [line("Lärarexamen, matematik, Mittens högskola, 2002 – 2007")], ["Lärarexamen", "matematik", "Mittens högskola", "2007", null]],
    ["words lead from it to its year and its school", [line("Laurea triennale in Infermieristica conseguita nel 2016 presso Università del Lago, Novara, voto 108/110")], ["Laurea triennale", "Infermieristica", "Università del Lago", "2016", "108/110"]],
    ["a grade behind its year ends no sentence", [line("Diploma – Electrical Systems, Limerick Institute of Trades, 2018. Merit."), line("Leaving Certificate, St Enda’s College, Ennis, 2014")], ["Diploma", "Electrical Systems", "Limerick Institute of Trades", "2018", "Merit"]],
    ["it may be named after two professions", [line("Diploma di ragioniere e perito commerciale, Istituto Tecnico Galilei, Palermo, 2006, voto 78/100")], ["Diploma di ragioniere e perito commerciale", null, "Istituto Tecnico Galilei", "2006", "78/100"]],
    ["a word leads to its subject where a dash parts it from its school", [line("Curso Técnico em Enfermagem – Escola Técnica Ana Nery – concluído em 12/2015")], ["Curso Técnico", "Enfermagem", "Escola Técnica Ana Nery", "12/2015", null]],
    ["its grade stands behind a label and a space", [{ runs: [{ text: "Université du Val |", bold: true }, { text: "Grenoble" }] }, line("Master 2 Droit des affaires", { italic: true }), line("2018 – 2019", { size: 8 }), line("Mention : très bien")], ["Master 2", "Droit des affaires", "Université du Val", "2019", "très bien"]],
    ["its school goes on below a small word", [line("Severn School of Art and"), line("Media · Bristol"), line("BA (Hons) Film Production"), line("2012 – 2015"), line("First class")], ["BA (Hons)", "Film Production", "Severn School of Art and Media", "2015", "First class"]],
    ["it may be in small capitals beside a date", [line("Vale University"), { runs: [{ text: "B.S." }, { text: "IN", size: 7.5 }, { text: "PHYSICS" }, { text: "Aug. 2013 – May 2017", italic: true, x: 420 }] }], ["B.S.", "PHYSICS", "Vale University", "May 2017", null]],
    ["its grades may be letters, a line below the school", [line("A-levels, Vale Sixth Form, Leeds, 2010 – 2012"), line("AAB")], ["A-levels", null, "Vale Sixth Form", "2012", "AAB"]],
    ["it may be named after a profession in letters", [line("Qualifica OSS, Istituto Galilei, Lugo, 2008 – 2009")], ["Qualifica OSS", null, "Istituto Galilei", "2009", null]],
    ["it may be that of a college", [line("Diploma of Collegial Studies, Hotel Management, Collège du Val, 2012 – 2015")], ["Diploma of Collegial Studies", "Hotel Management", "Collège du Val", "2015", null]],
    ["a place where it is taught is none", [line("Level 3 Diploma in ICT Systems, Army Apprenticeship Centre, Leeds, 2018 – 2020")], ["Level 3 Diploma", "ICT Systems", "Army Apprenticeship Centre", "2020", null]]
  ] as ReadonlyArray<readonly [string, ReadonlyArray<Page.Row>, ReadonlyArray<string | null>]>)("%s", (_, rows, expected) => {
    const [first] = schools(...rows)
    expect(first).toEqual(expected)
  })
})

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
