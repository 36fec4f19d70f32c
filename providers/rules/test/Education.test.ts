import { describe, expect, it } from "@effect/vitest"
import type * as Page from "./Page.js"
import { line } from "./Page.js"
import { schools } from "./Wide.js"

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
    ["labels within a line below its school say what is what", [line("2012 – 2017 Politechnika Nadolna, Opole"), line("kierunek: Finanse i rachunkowość, tytuł: magister")], ["magister", "Finanse i rachunkowość", "Politechnika Nadolna", "2017", null]],
    ["its honours may have a grade of their own", [line("BSc (Hons) in Nursing, Vale University, Galway"), line("2016 – 2020 | Second Class Honours, Grade 1")], ["BSc (Hons)", "Nursing", "Vale University", "2020", "Second Class Honours, Grade 1"]],
    ["a word leads from its school to the town", [line("2009 - 2012 | MBO niveau 4 Secretaresse, ROC Zeeduin te Amersfoort")], ["MBO niveau 4", "Secretaresse", "ROC Zeeduin", "2012", null]],
    ["its grade may be an average of points", [line("Licenciatura em Física, Universidade da Ria, 2009 – 2012, média de 15 valores")], ["Licenciatura", "Física", "Universidade da Ria", "2012", "15 valores"]],
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
