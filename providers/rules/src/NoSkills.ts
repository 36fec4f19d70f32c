/** What stands among skills and is none: licences to drive, when and where somebody can work. */

/** Labels of such rows. */
export const licence = /^(?:driving|driver|führerschein|fahrerlaubnis|permis|rijbewijs|patente|carn[eé]t? de conducir|carta de condução|cnh|prawo jazdy|körkort|verfügbarkeit|disponib|mobilit)/iu

/** Sentences and items: "Carné de conducir B y vehículo propio", "Available at weekends". */
const said = /^(?:(?:full |clean |current |valid )*(?:driving licen[cs]e|driver['’]?s licen[cs]e)|führerschein|fahrerlaubnis|pkw-führerschein|permis (?:de conduire|[a-e]\b)|rijbewijs|patente (?:di guida|[a-e]\d?\b)|carn[eé]t? de conducir|permiso de conducir|carta de condução|cnh\b|prawo jazdy|b-?körkort|körkort|disponib(?:le|ilidad|ilité|ilità|ilidade)|verfügbar|beschikbaar|availab(?:le|ility)\b|dyspozycyjn|vehículo propio|coche propio|automunit|own (?:car|transport|vehicle)|eigener pkw|eigenes auto|véhicule personnel|viatura própria|eigen auto)/iu

export const isNoSkill = (text: string): boolean => said.test(text.trim())

/** A line without its sentences about such things. */
export const withoutNoSkills = (line: string): string => {
  const sentences = line.split(/(?<=[\p{L})])\.\s+(?=\p{Lu})/u), kept = sentences.filter((sentence) => !isNoSkill(sentence) || sentences.length === 1)
  return kept.length === sentences.length ? line : kept.join(". ")
}
